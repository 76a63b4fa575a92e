# The frame of every page.

skip-to-content = 본문으로 건너뛰기
