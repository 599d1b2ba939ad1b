"""A program says by its exit status how it went."""

import sys

print("on the way out")
sys.exit(3)

# /// run
# ends = "exit 3"
# ///
