"""What authors are told of their mistakes."""

import pytest

from snippets.engine.program.problem import Problem, ProblemError, near


def test_a_problem_names_its_place_then_what_is_wrong_then_what_to_do() -> None:
    problem = Problem("content/index.md", 7, "The fence is not closed.", "Close it.")
    assert str(problem) == "content/index.md:7: The fence is not closed. Close it."


def test_problems_are_ordered_by_file_and_line() -> None:
    last, second, first = Problem("b.md", 1, "", ""), Problem("a.md", 10, "", ""), Problem("a.md", 9, "", "")
    assert sorted([last, second, first]) == [first, second, last]


def test_an_error_carries_all_its_problems_and_says_each_on_a_line() -> None:
    problems = (Problem("a.md", 1, "One.", "Mend it."), Problem("b.md", 2, "Two.", "Mend it."))
    error = ProblemError(*problems)
    assert error.problems == problems
    assert str(error) == "a.md:1: One. Mend it.\nb.md:2: Two. Mend it."


@pytest.mark.parametrize(
    ("word", "known", "advice"),
    [
        ("tmeout", ["timeout", "ends", "output"], "Did you mean timeout?"),
        ("start", ["stars", "starts", "stop"], "Did you mean starts or stars?"),
        ("xyz", ["timeout", "ends"], "Known: ends, timeout."),
        ("xyz", [], "There is none."),
        ("xyz", [f"n{n:02}" for n in range(20)], f"Known: {', '.join(f'n{n:02}' for n in range(20))}."),
        ("xyz", [f"n{n:02}" for n in range(21)], f"Known: {', '.join(f'n{n:02}' for n in range(20))}, … (21 in all)."),
    ],
)
def test_advice_names_what_is_like_an_unknown_word_or_else_what_there_is_but_never_a_page_full(
    word: str, known: list[str], advice: str
) -> None:
    assert near(word, known) == advice
