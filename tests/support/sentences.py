"""Which Pythons the sentence of a claim test is about."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from snippets.engine.program.interpreters import Interpreter, comparison

BUILDS = {"with the GIL": False, "free-threaded": True}


def meant(python: Interpreter, wishes: Iterable[str]) -> bool:
    """Whether a sentence is about a Python: it is what one of the wishes says, or there is none.

    A wish is words that are all to be true, such as `>=3.14`, `with the GIL` or `>=3.13 <3.15 free-threaded`.
    """
    answers = [_meets(python, wish) for wish in wishes]
    return any(answers) or not answers


def _meets(python: Interpreter, wish: str) -> bool:
    versions = wish
    builds = []
    for words, free_threaded in BUILDS.items():
        if words in versions:
            versions = versions.replace(words, " ")
            builds.append(free_threaded)
    answers = [python.free_threaded == build for build in builds]
    for word in versions.split():
        specifier = comparison(word)
        if specifier is None:
            raise ValueError(f"a claim is about {wish!r}: {word!r} is neither a version nor {' nor '.join(BUILDS)}")
        answers.append(specifier.contains(python.number, prereleases=True))
    if not answers:
        raise ValueError("a claim is about '': name a Python, or leave the marker out")
    return all(answers)


def parameters(marks: Iterable[pytest.Mark], pythons: Sequence[Interpreter]) -> list[Any]:
    """The Pythons that a test is run on; if none of them is meant, one that is skipped and says which were."""
    wishes = [wish for mark in marks for wish in mark.args]
    found = [pytest.param(python, id=python.label) for python in pythons if meant(python, wishes)]
    about = " or ".join(wishes)
    none = pytest.mark.skip(reason=f"about {about}: none here")
    return found or [pytest.param(None, id=about, marks=none)]
