"""Output that does not end its line."""

import sys

sys.stdout.write("one, ")
sys.stdout.write("two")
