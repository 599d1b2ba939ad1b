"""A reader's report about an output is filled in with what the build knows of its run."""

from urllib.parse import parse_qs, urlsplit

import pytest

from content.engine.fence import report
from snippets.engine.process.run import Run, line_count

REPOSITORY = "https://github.com/teachers/threads"
PAGE = "content/lessons/locks.md"


def a_run(output: str, ended: str = "ok") -> Run:
    """A run that printed this."""
    return Run(
        output, ended, 1.257, 0.1, "3.13.0", "Linux x86_64, 2 cores", tuple(0.0 for _ in range(line_count(output)))
    )


def address(output: str, ended: str = "ok", name: str = "locks/race.py") -> str:
    """Where a report about a run leads."""
    return report.address(REPOSITORY, PAGE, name, a_run(output, ended))


def asked(address: str) -> dict[str, str]:
    """What an address fills in."""
    return {key: value for key, [value] in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_it_opens_a_new_issue_of_the_repository() -> None:
    parts = urlsplit(address("1\n"))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{REPOSITORY}/issues/new"
    assert parts.fragment == ""


def test_program_page_ending_python_machine_and_output_are_filled_in() -> None:
    filled = asked(address("one\ntwo\n", "exit 3"))
    assert filled["title"] == "Output of locks/race.py"
    assert filled["body"].splitlines()[:10] == [
        "Program: snippets/locks/race.py",
        "Page: content/lessons/locks.md",
        "How it ended: exit 3, after 1.26 s",
        "Python: 3.13.0",
        "Machine: Linux x86_64, 2 cores",
        "",
        "What the page shows, from its beginning:",
        "",
        "    one",
        "    two",
    ]


def test_it_ends_with_a_question_to_the_reader() -> None:
    assert asked(address("one\n"))["body"].rstrip().endswith("when I run it myself:")


def test_where_nothing_was_printed_it_says_so() -> None:
    assert "\n    (nothing)\n" in asked(address(""))["body"]


def test_of_a_long_output_only_the_first_lines_are_filled_in() -> None:
    body = asked(address("".join(f"line {n}\n" for n in range(1000))))["body"]
    assert "    line 9\n" in body
    assert "line 10" not in body


@pytest.mark.parametrize(
    "output", ["x" * 100_000, "∞" * 5_000, "%&\n" * 500, "\N{SNAKE}\n" * 500, "\x00\x1b[31m" * 500]
)
def test_the_address_is_never_too_long(output: str) -> None:
    made = address(output, name=f"{'l' * 40}/{'p' * 60}.py")
    assert len(made) < 2_000
    assert asked(made)["body"].endswith("run it myself:\n\n")


def test_the_address_has_as_much_of_a_long_line_as_there_is_room_for() -> None:
    assert 1_700 < len(address("x" * 100_000)) <= report.LONGEST


def test_an_output_is_filled_in_without_colours_and_control_characters() -> None:
    assert "\n    a red␀ word\n" in asked(address("a \x1b[31mred\x1b[0m\x00 word\x1b[K\n"))["body"]


def test_nothing_of_an_output_gets_out_of_its_place() -> None:
    output = 'a&title=b#c "d" <e> ä\n'
    made = address(output)
    assert set("\"<> #'") & set(made) == set()
    assert asked(made)["title"] == "Output of locks/race.py"
    assert f"    {output}" in asked(made)["body"]
