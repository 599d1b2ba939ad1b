"""Law 1: every snippet ends as it declares, and its output varies just as it declares."""

from collections import Counter

import pytest

from snippets.engine.process.run import Run
from snippets.engine.process.runner import run
from snippets.engine.runs.library import Library, library_of
from tests.support.course import Course, each, each_program
from tests.support.sample import sample
from tests.support.site import Built

TRIES = 20


def some_declared(most: int, *outputs: str) -> pytest.MarkDecorator:
    """Test the programs that declare one of these kinds of output: all in CI, else `most` of a course."""

    def declared(course: Course) -> list[str]:
        library = library_of(course.root)
        return sample([one for one in course.programs if library.program(one).declaration.output in outputs], most)

    return each("name", declared)


def again(library: Library, name: str, seed: int) -> Run:
    """One more run of a program, with a hash seed of its own, on the Python of its page's first run."""
    program = library.program(name)
    interpreter = next(found for found in library.interpreters(program) if found)
    return run(program.path, interpreter, program.declaration.timeout, hash_seed=seed, given=program.declaration)


@each_program
def test_it_ends_as_it_declares(name: str, built: Built) -> None:
    problem = built.library.record(name).problem()
    assert problem is None, str(problem)


@some_declared(50, "exact", "unordered")
def test_output_that_does_not_vary_is_the_same_with_another_hash_seed(name: str, built: Built) -> None:
    for first in built.library.record(name).runs[:1]:
        second = again(built.library, name, seed=42)
        if built.library.program(name).declaration.output == "exact":
            assert second.output == first.output
        else:
            assert Counter(second.output.splitlines()) == Counter(first.output.splitlines())


@some_declared(20, "varies")
def test_output_that_varies_does_vary_within_twenty_runs(name: str, built: Built) -> None:
    if built.library.program(name).declaration.rare:
        assert built.library.program(name).declaration.because
        return
    seen = {one.output for one in built.library.record(name).runs}
    for seed in range(TRIES - len(built.library.record(name).runs)):
        if len(seen) != 1:
            break
        seen.add(again(built.library, name, seed).output)
    assert len(seen) != 1, f"{name} printed the same {TRIES} times; declare it exact, or rare = true and why."


@each_program
def test_its_first_line_says_in_one_sentence_what_it_shows(name: str, built: Built) -> None:
    first = built.library.program(name).source.splitlines()[0]
    assert first.startswith('"""'), f"{name} has no docstring"
    assert first.endswith('."""'), f"{name}'s docstring is not one sentence on one line"


@each_program
def test_it_has_fewer_than_forty_lines(name: str, built: Built) -> None:
    assert built.library.program(name).source.count("\n") < 40


@each_program
def test_it_prints_no_control_bytes_but_colours(course: Course, name: str, built: Built) -> None:
    meant = {*"\n\t\x1b", *course.control_characters.get(name, "")}
    for one in built.library.record(name).runs:
        strange = {character for character in one.output if ord(character) < 32} - meant
        assert not strange, f"{name} printed {strange!r}: is that uninitialised memory?"
