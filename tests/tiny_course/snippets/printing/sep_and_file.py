"""Both streams, in the order in which they were printed."""

import sys

print("one", "two", sep="-", file=sys.stderr)
print("three", "four", sep=", ", end="!\n")
print("five", file=sys.stderr)
