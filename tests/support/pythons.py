"""Which Pythons the tests look at."""

import os
from importlib.util import find_spec

import pytest

from snippets.engine.program.interpreters import EXTRA, Interpreter, building, installed


def looked_at() -> tuple[Interpreter, ...]:
    """Every supported Python that is found, where the environment has `CI` or names Pythons; else the building one.

    So an author's tests stay fast, and what is published holds on all.
    """
    if "CI" in os.environ or EXTRA in os.environ:
        return tuple(one for one in installed() if one.release >= (3, 11))
    return (building(),)


def left_out(tool: str) -> bool:
    """Whether the tests do without a tool: it has no build for the free-threaded Python that runs them."""
    return building().free_threaded and find_spec(tool) is None


def needs(tool: str) -> pytest.MarkDecorator:
    """Mark a test that is skipped, and says why, where its tool is left out; wherever else it is missing, it fails."""
    reason = f"{tool} has no build for Python {building().label}, which is free-threaded"
    return pytest.mark.skipif(left_out(tool), reason=reason)
