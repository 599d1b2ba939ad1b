"""What is wrong with the course, said so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MOST = 20  # known names that advice lists where none is like the unknown one


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake at a place: the file (relative to the course), its line, what is wrong, and what to do."""

    path: str
    line: int
    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} {self.do}"


class ProblemError(Exception):
    """Raised where work cannot go on; carries every problem that was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def near(word: str, known: Iterable[str]) -> str:
    """Advise on a name that is not known: the known ones like it, or else all of them, or the first of many."""
    names = sorted(known)
    close = get_close_matches(word, names, n=3, cutoff=0.6)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    if len(names) > MOST:
        return f"Known: {', '.join(names[:MOST])}, … ({len(names)} in all)."
    return f"Known: {', '.join(names)}." if names else "There is none."
