"""Show the instructions that the one line `sold += 1` is made of."""

import dis

sold = 0


def sell() -> None:
    global sold
    sold += 1


for instruction in dis.get_instructions(sell):
    print(f"{instruction.opname:14}{instruction.argrepr}".rstrip())

# /// run
# python = ["3.11", "3.12", "3.13"]
# ///
