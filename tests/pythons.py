"""Which Pythons the tests look at."""

import os

from snippets.interpreters import EXTRA, Interpreter, building, installed


def looked_at() -> tuple[Interpreter, ...]:
    """Every supported Python that is found, where the environment has `CI` or names Pythons; else the building one.

    So an author's tests stay fast, and what is published holds on all.
    """
    if "CI" in os.environ or EXTRA in os.environ:
        return tuple(one for one in installed() if one.release >= (3, 11))
    return (building(),)
