"""One letter is missing."""

import threding

baker = threding.Thread(target=print)

# /// run
# ends = "exit 1"
# python = ["3.11", "3.12", "3.13", ">=3.14"]
# ///
