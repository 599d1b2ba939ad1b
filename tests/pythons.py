"""The Pythons whose behaviour the tests look at."""

import os

from snippets.interpreters import EXTRA, OLDEST, Interpreter, building, installed


def looked_at() -> tuple[Interpreter, ...]:
    """All that are found where somebody asks for more than one, else the one that builds.

    A published build has them all, and who names some in the environment wants them; the others need not wait.
    """
    if "CI" in os.environ or EXTRA in os.environ:
        return tuple(one for one in installed() if one.release >= (3, OLDEST))
    return (building(),)
