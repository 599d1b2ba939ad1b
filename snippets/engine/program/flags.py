"""Options of the interpreter: what stands between `python` and the name of a program."""

import re
from collections.abc import Iterator, Sequence

ALONE = re.compile(r"-[bBdOPqsuvx]+")  # docs.python.org/3/using/cmdline.html
VALUED = ("-W", "-X")
ISOLATING = re.compile(r"-[a-zA-Z]*[EIS][a-zA-Z]*")


def wrong(flags: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with options, and what to do. Some would hide from a program what prepares it for its run."""
    waiting = iter(flags)
    for flag in waiting:
        if flag in VALUED:
            if next(waiting, None) is None:
                yield f"'{flag}' has no value.", 'Write such as ["-X", "dev"].'
        elif flag[:2] in VALUED or ALONE.fullmatch(flag):
            continue
        elif ISOLATING.fullmatch(flag):
            yield f"With '{flag}' its output would not be recorded in order.", "Leave it out: -E, -I and -S cannot be."
        else:
            how = 'Write such as ["-X", "dev"] or ["-O"]; what comes after the program\'s name belongs into args.'
            yield f"'{flag}' is no option with which Python runs a program.", how
