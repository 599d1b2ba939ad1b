"""Arguments, standard input, a variable and an option reach a program."""

import os
import sys

print(sys.argv[1:], os.environ["ORDERS"], sys.flags.optimize)
for line in sys.stdin:
    print("read", repr(line))

# /// run
# args = ["5", "--verbose", "two words"]
# stdin = "yes\nno\n"
# env = { ORDERS = "ON" }
# flags = ["-O"]
# ///
