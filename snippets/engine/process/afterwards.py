"""What the guardian does, a process of its own that outlives its builder: wait for its end, and clear up after it.

`python -I -S afterwards.py PATH…` reads of each run that begins `+` and its folder, of each that is over `-` and its
folder, and a null byte. Its input ends when its builder does, however that ends: killed, it leaves the runs that were
not over. What is needed then is imported then, from PATH, so that waiting costs next to nothing.
"""

import os
import sys


def main() -> None:
    """Wait for the end of the input; then end all processes of the runs that are left, and remove their folders."""
    left: set[str] = set()
    for told in sys.stdin.buffer.read().split(b"\0")[:-1]:
        change = left.add if told[:1] == b"+" else left.discard
        change(os.fsdecode(told[1:]))
    if left:
        clear_up(left)


def clear_up(homes: set[str]) -> None:
    """End all processes of some runs, which are known by their folders, and remove these."""
    sys.path[:] = sys.argv[1:]
    import contextlib
    import shutil

    from snippets.engine.process.remains import SIGNS, beside, end_all

    for home in homes:
        end_all(home, SIGNS)
        shutil.rmtree(home, ignore_errors=True)  # as far as the run itself could have done it
        with contextlib.suppress(OSError):
            os.unlink(beside(home))


if __name__ == "__main__":
    main()
