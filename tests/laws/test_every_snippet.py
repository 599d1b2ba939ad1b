"""Law 1: every snippet ends as it declares, and its output varies just as it declares."""

from collections import Counter

import pytest

from snippets.engine.process.run import Run
from snippets.engine.process.runner import run
from snippets.engine.runs.library import Library, library_of
from tests.support.site import ROOT

LIBRARY = library_of(ROOT)
NAMES = LIBRARY.names()
TRIES = 20


def declared(*outputs: str) -> list[str]:
    """The programs that declare one of these kinds of output."""
    return [name for name in NAMES if LIBRARY.program(name).declaration.output in outputs]


def again(library: Library, name: str, seed: int) -> Run:
    """One more run of a program, with a hash seed of its own, on the Python of its page's first run."""
    program = library.program(name)
    interpreter = next(found for found in library.interpreters(program) if found)
    return run(program.path, interpreter, program.declaration.timeout, hash_seed=seed)


@pytest.mark.parametrize("name", NAMES)
def test_it_ends_as_it_declares(name: str, library: Library) -> None:
    problem = library.record(name).problem()
    assert problem is None, str(problem)


@pytest.mark.parametrize("name", declared("exact", "unordered"))
def test_output_that_does_not_vary_is_the_same_with_another_hash_seed(name: str, library: Library) -> None:
    for first in library.record(name).runs[:1]:
        second = again(library, name, seed=42)
        if library.program(name).declaration.output == "exact":
            assert second.output == first.output
        else:
            assert Counter(second.output.splitlines()) == Counter(first.output.splitlines())


@pytest.mark.parametrize("name", declared("varies"))
def test_output_that_varies_does_vary_within_twenty_runs(name: str, library: Library) -> None:
    if library.program(name).declaration.rare:
        assert library.program(name).declaration.because
        return
    seen = {one.output for one in library.record(name).runs}
    for seed in range(TRIES - len(library.record(name).runs)):
        if len(seen) != 1:
            break
        seen.add(again(library, name, seed).output)
    assert len(seen) != 1, f"{name} printed the same {TRIES} times; declare it exact, or rare = true and why."


@pytest.mark.parametrize("name", NAMES)
def test_its_first_line_says_in_one_sentence_what_it_shows(name: str, library: Library) -> None:
    first = library.program(name).source.splitlines()[0]
    assert first.startswith('"""'), f"{name} has no docstring"
    assert first.endswith('."""'), f"{name}'s docstring is not one sentence on one line"


@pytest.mark.parametrize("name", NAMES)
def test_it_has_fewer_than_forty_lines(name: str, library: Library) -> None:
    assert library.program(name).source.count("\n") < 40


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_no_control_bytes_but_colours(name: str, library: Library) -> None:
    for one in library.record(name).runs:
        strange = {character for character in one.output if ord(character) < 32} - set("\n\t\x1b")
        assert not strange, f"{name} printed {strange!r}: is that uninitialised memory?"
