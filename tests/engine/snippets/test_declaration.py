"""The run block at the end of a program."""

import pytest

from snippets.engine.program.declaration import Declaration, split
from snippets.engine.program.problem import Problem, ProblemError

PROGRAM = 'print("hello")\n'


def block(*lines: str) -> str:
    """A program of one line with a run block that says `lines`, from its line 4 on."""
    return "\n".join([PROGRAM, "# /// run", *(f"# {line}".rstrip() for line in lines), "# ///", ""])


def declared(*lines: str) -> Declaration:
    """What a block of these lines declares."""
    return split(block(*lines), "snippets/l/p.py")[1]


def problems(text: str) -> list[Problem]:
    """What is wrong with the block of a program."""
    with pytest.raises(ProblemError) as caught:
        split(text, "snippets/l/p.py")
    return list(caught.value.problems)


def complaints(*lines: str) -> list[str]:
    """What is wrong with a block of these lines, without the file's name."""
    return [str(problem).removeprefix("snippets/l/p.py:") for problem in problems(block(*lines))]


def test_a_program_without_a_block_ends_well_within_ten_seconds_and_always_prints_the_same() -> None:
    source, declaration = split(PROGRAM, "p.py")
    assert source == PROGRAM
    assert declaration == Declaration()
    assert (declaration.timeout, declaration.ends, declaration.output, declaration.runs) == (10, "ok", "exact", 1)


def test_a_block_declares_everything_in_toml() -> None:
    lines = [
        "timeout = 2  # seconds",
        'ends = "timeout"',
        'output = "varies"',
        'because = "the scheduler decides"',
        "runs = 5",
        "rare = true",
        "alone = true",
        'python = [">=3.14", "free-threaded"]',
        'needs = ["fork", "proc"]',
        'files = ["stock.csv"]',
    ]
    assert declared(*lines) == Declaration(
        timeout=2,
        ends="timeout",
        output="varies",
        because="the scheduler decides",
        runs=5,
        rare=True,
        alone=True,
        python=(">=3.14", "free-threaded"),
        needs=("fork", "proc"),
        files=("stock.csv",),
    )


def test_readers_see_neither_the_block_nor_the_blank_lines_above_it() -> None:
    assert split(f"{PROGRAM}\n\n\n# /// run\n# timeout = 2\n# ///\n", "p.py")[0] == PROGRAM


def test_a_block_may_hold_empty_lines_and_lists_of_several_lines() -> None:
    assert declared("", "files = [", '  "a.csv",', '  "b.csv",', "]", "").files == ("a.csv", "b.csv")


def test_the_last_line_of_a_block_needs_no_newline() -> None:
    assert split(f"{PROGRAM}# /// run\n# timeout = 2\n# ///", "p.py")[1].timeout == 2


def test_a_program_can_ask_to_be_watched_which_is_never_beside_another_run() -> None:
    assert declared("timeline = true") == Declaration(timeline=True)
    assert complaints("timeline = true", "alone = true") == ["5: 'alone' comes with 'timeline'. Leave it out."]
    assert declared("timeline = false", "alone = true").alone


@pytest.mark.parametrize("ends", ["ok", "timeout", "exit 1", "exit 255", "signal SIGKILL", "signal 35"])
def test_a_program_may_declare_any_ending(ends: str) -> None:
    assert declared(f'ends = "{ends}"').ends == ends


@pytest.mark.parametrize("ends", ["", "exit", "exit 0", "exit 01", "signal", "signal kill", "SIGKILL", "crash"])
def test_an_ending_that_cannot_be_is_refused(ends: str) -> None:
    advice = 'Write "ok", "timeout", or such as "exit 1" or "signal SIGKILL".'
    assert complaints(f'ends = "{ends}"') == [f"4: 'ends' is {ends!r}. {advice}"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("timeout = 0", "'timeout' is 0. Write a number above 0."),
        ("timeout = true", "'timeout' is True. Write a number above 0."),
        ('timeout = "2"', "'timeout' is '2'. Write a number above 0."),
        ("timeout = nan", "'timeout' is nan. Write a number above 0."),
        ("because = 5", "'because' is 5. Write a string in double quotes."),
        ("alone = 1", "'alone' is 1. Write true or false."),
        ("output = 5", "'output' is 5. Write a string in double quotes."),
        ('rare = "yes"', "'rare' is 'yes'. Write true or false."),
        ('files = "a.csv"', "'files' is 'a.csv'. Write a list of strings, such as [\"…\"]."),
        ("files = []", "'files' is []. Write a list of strings, such as [\"…\"]."),
        ("files = [1]", "'files' is [1]. Write a list of strings, such as [\"…\"]."),
        ('needs = ["frok"]', "Unknown need 'frok'. Did you mean fork?"),
        ('python = ["three"]', '\'three\' names no Python. Write such as "3.13", ">=3.14" or "free-threaded".'),
        ('python = [""]', '\'\' names no Python. Write such as "3.13", ">=3.14" or "free-threaded".'),
        ('output = "exactly"', "'output' is 'exactly'. Did you mean exact?"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_fits(line: str, complaint: str) -> None:
    assert complaints(line) == [f"4: {complaint}"]


@pytest.mark.parametrize("runs", ["0", "1.5", "true", '"5"'])
def test_runs_is_a_whole_number_above_0(runs: str) -> None:
    found = complaints('output = "varies"', 'because = "x"', f"runs = {runs}")
    assert len(found) == 1
    assert found[0].endswith("Write a whole number above 0.")


@pytest.mark.parametrize("output", ["unordered", "varies"])
def test_output_that_is_not_exact_needs_a_reason(output: str) -> None:
    assert complaints(f'output = "{output}"') == [
        f"4: Output that is '{output}' without a reason. Say why: because = \"…\"."
    ]


def test_only_output_that_varies_is_run_more_than_once_or_rarely() -> None:
    assert complaints("runs = 3") == [
        '4: Several runs of an output that does not vary. Leave it out, or declare output = "varies".'
    ]
    assert complaints("rare = true") == [
        "4: 'rare' belongs to an output that varies. Leave it out, or declare output = \"varies\"."
    ]


def test_an_unknown_declaration_is_refused_with_the_near_names() -> None:
    assert complaints("timeuot = 2") == ["4: Unknown declaration 'timeuot'. Did you mean timeout?"]


def test_all_problems_of_a_block_are_told_together_each_with_its_line() -> None:
    found = complaints("timeout = 2", "colour = 1", 'ends = "badly"', "alone = 3")
    assert sorted(line.partition(" ")[0] for line in found) == ["5:", "6:", "7:"]


def test_a_block_that_is_not_toml_is_told_with_the_line_where_it_breaks() -> None:
    found = problems(block("timeout = 2", "ends = ok", "alone = true"))
    assert [problem.line for problem in found] == [5]
    assert found[0].what.startswith("The run block is not TOML: ")


def test_a_block_that_breaks_off_in_a_list_is_told_with_its_last_line() -> None:
    assert [problem.line for problem in problems(block("timeout = 2", 'files = ["a.csv",'))] == [5]


def test_a_block_has_an_end() -> None:
    assert [str(problem) for problem in problems(f"{PROGRAM}# /// run\n# timeout = 2\n")] == [
        "snippets/l/p.py:2: The run block has no end. Begin each line with '# ' and close it with '# ///'."
    ]


def test_a_block_stands_at_the_end_so_that_line_numbers_stay_true() -> None:
    assert [str(problem) for problem in problems(block("timeout = 2") + PROGRAM)] == [
        "snippets/l/p.py:3: The run block stands inside the program. Move it to the end."
    ]


def test_a_program_has_one_block() -> None:
    assert [str(problem) for problem in problems(block("timeout = 2") + block("alone = true"))] == [
        "snippets/l/p.py:8: A second run block. Declare everything in one."
    ]
