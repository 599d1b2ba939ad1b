"""Show the instructions that the one line `sold += 1` is made of."""

import dis

sold = 0


def sell():
    global sold
    sold += 1


for step in dis.get_instructions(sell):
    print(f"{step.opname:22}{step.argrepr or step.arg or ''}".rstrip())

# /// run
# python = ["3.11", "3.13", ">=3.14"]
# ///
