# The frame of every page.

skip-to-content = 本文へ移動
