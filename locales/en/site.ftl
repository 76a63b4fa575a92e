# The frame of every page.

skip-to-content = Skip to the content
