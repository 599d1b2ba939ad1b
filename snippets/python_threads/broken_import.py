"""One letter is missing."""

import threding

reader = threding.Thread(target=print)

# /// run
# ends = "exit 1"
# ///
