"""Without the executor there is no problem, and no process.

The check says: share() is called in the main process
"""

import sys


def share(guests):
    return 60 // guests


if __name__ == "__main__":
    for guests in map(int, sys.argv[1:]):
        try:
            print(f"{guests} get {share(guests)} rolls each")
        except ZeroDivisionError:
            print("0 get nothing")
