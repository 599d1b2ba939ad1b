"""What the programs of the tiny course print stands on page and deck as a terminal would have shown it.

This is about the tiny course alone, whose programs are the hard cases. The other laws hold for both courses.
"""

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import pytest

from snippets.engine.process.run import KEPT
from tests.support.site import ROOT, Built, outputs, text_of, with_class
from tests.support.terminal import on_a_terminal, without_ends
from tests.support.tiny import processes


@dataclass(frozen=True)
class Output:
    """What page and deck show of a program's run: its text, the quiet line under it, and its element on the page."""

    text: str
    facts: str
    element: Element


@pytest.fixture
def shown(tiny: Built) -> Callable[[str], Output]:
    """Look up a program's output on the built page and on the built deck, where it must be the same."""

    def shown(name: str) -> Output:
        lesson = name.partition("/")[0]
        page, deck = tiny.site.page(f"lessons/{lesson}"), tiny.site.page(f"slides/{lesson}")
        [text] = outputs(page)[f"{name}.py"]
        assert outputs(deck)[f"{name}.py"] == [text]
        assert facts(deck, name) == facts(page, name)
        assert moments(deck, name) == moments(page, name)
        return Output(text, facts(page, name), block(page, name))

    return shown


def block(tree: Element, name: str) -> Element:
    """The program and its output on a page or a deck."""
    [found] = [
        program
        for program in with_class(tree, "program")
        if any(run.get("data-snippet") == f"{name}.py" for run in with_class(program, "run-output"))
    ]
    return found


def facts(tree: Element, name: str) -> str:
    """The quiet line under an output."""
    [details] = with_class(block(tree, name), "run-facts")
    return text_of(next(details.iter("summary")))


def moments(tree: Element, name: str) -> list[tuple[str, str]]:
    """Which lines of an output are said to have come when."""
    spans = [span for samp in block(tree, name).iter("samp") for span in samp.iter("span")]
    return [(span.get("data-at", ""), text_of(span)) for span in spans if span.get("data-at")]


Shown = Callable[[str], Output]


def test_the_course_of_hard_programs_builds_without_a_warning(tiny: Built) -> None:
    assert tiny.status == 0, tiny.site.log
    assert "WARNING -" not in tiny.site.log


def test_every_program_of_the_course_is_on_its_page_and_in_its_deck(tiny: Built) -> None:
    programs = set(tiny.library.names())
    for kind in ("lessons", "slides"):
        lessons = {name.partition("/")[0] for name in programs}
        assert {name for lesson in lessons for name in outputs(tiny.site.page(f"{kind}/{lesson}"))} == programs


def test_prints_of_forked_children(shown: Shown) -> None:
    assert shown("starting/forked_prints").text == "parent, before the fork\nchild\nparent, after the fork\n"


@pytest.mark.parametrize("name", ["spawn_pool", "forkserver_pool", "process_pool_executor"])
def test_a_pool_of_processes_that_call_a_function_of_the_program_itself(shown: Shown, name: str) -> None:
    assert shown(f"starting/{name}").text == "squaring 2\nsquaring 3\n[4, 9]\n"


def test_asyncio_run(shown: Shown) -> None:
    assert shown("starting/asyncio_run").text == "waiting\nping\npong\n"


def test_the_output_of_a_subprocess(shown: Shown) -> None:
    assert shown("starting/subprocess_output").text == "before\nfrom echo\nfrom another Python\nafter\n"


def test_page_and_deck_show_one_timeline(tiny: Built, shown: Shown) -> None:
    assert shown("starting/busy_threads").text == "counted\n"
    figures = [with_class(tiny.site.page(f"{kind}/starting"), "run-figure") for kind in ("lessons", "slides")]
    assert [len(found) for found in figures] == [1, 1]
    drawn = [tostring(found[0], "unicode") for found in figures]
    assert drawn[0] == drawn[1]
    assert "main thread ran for " in drawn[0]
    assert "; thread 3 ran for " in drawn[0]


def test_a_run_that_ended_well_says_no_more_than_seconds_and_python(shown: Shown) -> None:
    assert re.fullmatch(r"\d+\.\d\d s · Python 3\.\d+\.\S+", shown("starting/asyncio_run").facts)


def test_an_exception_in_a_thread(shown: Shown) -> None:
    output = shown("failing/exception_in_thread")
    assert output.text.startswith("Exception in thread Thread-1 (fail):\nTraceback (most recent call last):\n")
    assert '  File "failing/exception_in_thread.py", line 7, in fail\n' in output.text
    assert output.text.endswith("\nValueError: from the thread\nthe main thread goes on\n")


def test_an_exception_in_a_child(shown: Shown) -> None:
    output = shown("failing/exception_in_child")
    assert output.text.startswith("Process SpawnProcess-1:\nTraceback (most recent call last):\n")
    assert '  File "failing/exception_in_child.py", line 7, in fail\n' in output.text
    assert output.text.endswith("\nValueError: from the child\nthe child ended with 1\n")


def test_output_before_a_raise(shown: Shown) -> None:
    output = shown("failing/output_before_raise")
    assert output.text.startswith("one\ntwo\nTraceback (most recent call last):\n")
    assert output.text.endswith("\nRuntimeError: the end\n")
    assert output.facts.startswith("exit status 1 · ")


def test_an_exit_with_a_status(shown: Shown) -> None:
    output = shown("failing/exit_3")
    assert output.text == "on the way out\n"
    assert output.facts.startswith("exit status 3 · ")


def test_death_by_a_signal_is_named(shown: Shown) -> None:
    output = shown("failing/killed")
    assert output.text == "still alive\n"
    assert output.facts.startswith("killed by SIGKILL · ")


def test_a_deadlock_is_ended_by_its_time_out_with_all_that_it_printed_before(shown: Shown) -> None:
    output = shown("failing/deadlock")
    assert output.text == "holds one lock\nholds one lock\n"
    assert output.facts.startswith("ended by its time-out after 2 s · ")


def test_a_question_without_a_terminal(shown: Shown) -> None:
    output = shown("failing/input_without_terminal")
    assert output.text.startswith("Your name? Traceback (most recent call last):\n")
    assert output.text.endswith("\nEOFError: EOF when reading a line\n")


def test_the_dump_of_faulthandler(shown: Shown) -> None:
    output = shown("failing/faulthandler_dump")
    assert output.text.startswith("crashing\nFatal Python error: Aborted\n\nCurrent thread 0x")
    assert '\n  File "failing/faulthandler_dump.py", line 9 in crash\n' in output.text
    assert output.facts.startswith("killed by SIGABRT · ")
    assert output.facts.endswith("varies: the dump names the thread by its address")


def test_separators_ends_and_the_error_stream_in_the_order_of_printing(shown: Shown) -> None:
    assert shown("printing/sep_and_file").text == "one-two\nthree, four!\nfive\n"


def test_output_without_a_newline(shown: Shown) -> None:
    assert shown("printing/no_newline").text == "one, two"


def test_bytes_written_straight_to_the_descriptor(shown: Shown) -> None:
    assert shown("printing/os_write").text == "before\nstraight to the descriptor\nafter\n"


def test_colours_are_rendered_and_escapes_are_not_shown(shown: Shown) -> None:
    output = shown("printing/colours")
    assert output.text == "red, bold green, plain\n"
    [samp] = output.element.iter("samp")
    assert [(span.text, span.get("class")) for span in samp.iter("span")] == [
        ("red", "ansi31"),
        ("bold green", "ansi1 ansi32"),
    ]


@pytest.mark.parametrize("style", ["content/assets/course.css", "slides/engine/theme/program.css"])
def test_page_and_deck_give_every_colour_a_style(style: str) -> None:
    rules = (ROOT / style).read_text(encoding="utf-8")
    names = ["ansi1", "ansi3", "ansi4", *(f"ansi{number}" for tens in (30, 90) for number in range(tens, tens + 8))]
    assert [name for name in names if not re.search(rf"\.{name}\b", rules)] == []


def test_bytes_that_are_no_utf_8(shown: Shown) -> None:
    assert (
        shown("printing/not_utf8").text
        == "caf\N{REPLACEMENT CHARACTER} and na\N{LATIN SMALL LETTER I WITH DIAERESIS}ve\n"
    )


def test_markup_in_the_output_is_inert(shown: Shown) -> None:
    output = shown("printing/markup")
    assert output.text.splitlines() == [
        "<script>alert(1)</script> & <b>bold</b> &lt;",
        "</samp></pre></div> <!-- gone?",
        "```",
        '--8<-- "index.md"',
        "# no *heading* [TOC] [link](index.md) `code`",
        "\N{SYMBOL FOR START OF TEXT}wzxhzdk:0\N{SYMBOL FOR END OF TEXT}",
    ]
    [samp] = output.element.iter("samp")
    assert list(samp) == []


def test_fifty_megabytes_are_cut_in_the_middle_and_a_line_says_how_much_was_left_out(shown: Shown, tiny: Built) -> None:
    lines = shown("printing/flood").text.splitlines(keepends=True)
    [gap] = [line for line in lines if "left out" in line]
    printed = len("the first line\n") + 50 * 1_000_000 + len("the last line\n")
    kept = "".join(line for line in lines if line != gap)
    assert gap == f"[… {printed - len(kept):,} bytes left out …]\n"
    assert (lines[0], lines[1], lines[-2], lines[-1]) == (
        "the first line\n",
        "x" * 99 + "\n",
        "x" * 99 + "\n",
        "the last line\n",
    )
    assert KEPT * 0.9 < len(kept) <= KEPT
    assert (tiny.site.folder / "lessons" / "printing" / "index.html").stat().st_size < 200_000


def test_page_and_deck_say_at_the_same_moments_when_the_lines_of_a_slow_output_came(shown: Shown, tiny: Built) -> None:
    output = shown("printing/slowly")
    assert output.text == "one\ntwo\n\nthree"
    deck = moments(tiny.site.page("slides/printing"), "printing/slowly")
    assert deck == moments(tiny.site.page("lessons/printing"), "printing/slowly")
    assert [lines for _, lines in deck] == ["one\n", "two\n\n", "three"]
    first, second, third = (float(moment) for moment, _ in deck)
    assert 0 < first < second < third


def on_its_terminal(tiny: Built, name: str, folder: Path) -> str:
    """The screen of a terminal on which somebody runs a program of the tiny course as its page says."""
    program = tiny.library.program(f"{name}.py")
    given = program.declaration
    for file in given.beside:
        shutil.copy(program.path.parent / file, folder)
    command = [sys.executable, *given.flags, str(program.path), *given.args]
    pressed = str(given.interrupt)
    return on_a_terminal(command, folder, {**dict(given.env), "PYTHONDONTWRITEBYTECODE": "1"}, given.stdin, pressed)


@pytest.mark.parametrize(
    "name",
    ["starting/told", "starting/with_files", "failing/interrupted", "printing/progress", "printing/screens"],
)
def test_what_a_program_shows_is_what_it_shows_on_a_terminal_that_gives_it_the_same(
    shown: Shown, tiny: Built, tmp_path: Path, name: str
) -> None:
    screen = on_its_terminal(tiny, name, tmp_path)
    assert screen
    assert without_ends(shown(name).text) == screen.replace("^C", "")  # which the terminal says, and not the program


def test_the_states_of_a_terminal_lead_to_what_stays(tiny: Built) -> None:
    for kind in ("lessons", "slides"):
        program = block(tiny.site.page(f"{kind}/printing"), "printing/progress")
        [template] = with_class(program, "run-frames")
        rows: list[str] = []
        seen = []
        for frame in template.iter("div"):
            rows = [*rows[: int(frame.get("data-first", ""))], *text_of(frame).split("\n")]
            seen.append("\n".join(rows))
        assert [text.count("50 %") for text in seen if "50 %" in text][:1] == [3]
        assert any("tidying" in text for text in seen)
        assert "tidying" not in seen[-1]
        assert [seen[-1]] == outputs(program)["printing/progress.py"]


OUTLIVING = {
    "in_its_group": "the parent leaves, the child stays\n",
    "in_its_session": "the child is up\n",
    "without_environment": "the child is up\n",
}


@pytest.mark.parametrize("name", OUTLIVING)
def test_a_child_that_outlives_its_parent_is_ended(shown: Shown, tiny: Built, name: str) -> None:
    assert shown(f"outliving/{name}").text == OUTLIVING[name]
    if name != "without_environment" or sys.platform == "linux":  # elsewhere nothing tells it from a stranger
        assert processes(str(tiny.root / "snippets" / "outliving" / f"{name}.py")) == []


def test_no_other_process_of_the_course_is_left(tiny: Built) -> None:
    assert [left for left in processes(str(tiny.root)) if "without_environment" not in left] == []
