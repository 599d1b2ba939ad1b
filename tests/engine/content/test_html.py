"""A program and its runs become HTML: the code, the output, and a quiet line on how it ran."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.engine.fence.header import Embed, Place
from content.engine.fence.html import NOWHERE, program_html
from content.engine.fence.output import LONG
from snippets.engine.process.machine import machine
from snippets.engine.process.run import Run, line_count
from snippets.engine.program.interpreters import building
from snippets.engine.runs.record import Edition, Record
from tests.support.site import Tree, parsed, text_of, with_class
from tests.support.small import SmallCourse, markdown

ACCOUNT = '''\
"""An account."""


class Account:
    """Holds money."""

    def pay(self):
        # --8<-- [start:booking]
        self.balance += 1
        print(self.balance)
        # --8<-- [end:booking]

    balance = 0


Account().pay()

# /// run
# timeout = 5
# ///
'''
SOURCE = '''\
"""An account."""


class Account:
    """Holds money."""

    def pay(self):
        self.balance += 1
        print(self.balance)

    balance = 0


Account().pay()
'''
INERT = '<b>&amp;</b> </samp></pre> `x` ```\n```python exec="on" file="l/p.py"\n--8<-- \'x.md\'\n[^1] *x* {#id}\n'


@pytest.fixture
def course(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/account.py", ACCOUNT)
    return course


def shown(course: SmallCourse, options: str = "", file: str = "greetings/account.py") -> Tree:
    """The block of a fence with these options on a page."""
    [block] = with_class(course.page(f'```python exec="on" file="{file}" {options}\n```'), "program")
    return block


def shown_as(course: SmallCourse, *editions: Edition, embed: Embed | None = None, here: Place = NOWHERE) -> Tree:
    """The block of a program that has these runs, at a place."""
    record = Record(course.library.program("greetings/account.py"), editions)
    embed = embed or Embed("greetings/account.py")
    return parsed(program_html(markdown(course.root), record, embed, course.library.cache, here))


def a_run(output: str = "1\n", ended: str = "ok", python: str = "3.13.0", lasted: float = 0.0) -> Run:
    """A run as the runner tells of it, whose lines came evenly over so many seconds."""
    lines = line_count(output)
    times = tuple(round(0.05 + lasted * number / max(1, lines - 1), 3) for number in range(lines))
    return Run(output, ended, 0.257, 0.1, python, "Linux x86_64, 2 cores", times)


def code(block: Tree) -> list[str]:
    """The listings of a block."""
    return [text_of(code) for listing in with_class(block, "highlight") for code in listing.iter("code")]


def outputs(block: Tree) -> list[str]:
    """The outputs of a block."""
    return [text_of(samp) for samp in block.iter("samp")]


def summary(block: Tree) -> str:
    """The quiet line under the one output of a block."""
    [found] = block.iter("summary")
    return text_of(found)


def lit(block: Tree) -> list[str]:
    """The highlighted lines of a block."""
    return [text_of(line) for line in with_class(block, "hll")]


# Source


def test_a_program_is_shown_without_its_declarations_and_marks_and_then_its_output(course: SmallCourse) -> None:
    block = shown(course)
    assert (code(block), outputs(block)) == ([SOURCE], ["1\n"])
    classes = [part.get("class") for part in block]
    assert classes == ["highlight", "run-output", "run-facts"]


def test_the_source_alone(course: SmallCourse) -> None:
    block = shown(course, 'show="source"')
    assert (code(block), outputs(block), list(block.iter("summary"))) == ([SOURCE], [], [])


def test_the_output_alone(course: SmallCourse) -> None:
    block = shown(course, 'show="output"')
    assert (code(block), outputs(block)) == ([], ["1\n"])


def test_the_title_of_a_listing_is_the_name_of_its_program(course: SmallCourse) -> None:
    assert [text_of(name) for name in with_class(shown(course), "filename")] == ["greetings/account.py"]


@pytest.mark.parametrize("title", ["Two words", "it's <b>bold</b> & more", "the `lock` *now*", "a | b $x ${y}"])
def test_a_title_is_shown_as_it_is_written(course: SmallCourse, title: str) -> None:
    block = shown(course, f'title="{title}"')
    assert [text_of(name) for name in with_class(block, "filename")] == [title]
    assert not list(block.iter("b"))


def test_a_method_is_a_part_which_is_moved_to_the_margin(course: SmallCourse) -> None:
    assert code(shown(course, 'part="Account.pay"')) == [
        "def pay(self):\n    self.balance += 1\n    print(self.balance)\n"
    ]


def test_a_section_between_marks_is_a_part(course: SmallCourse) -> None:
    assert code(shown(course, 'part="booking"')) == ["self.balance += 1\nprint(self.balance)\n"]


def test_a_part_does_not_change_the_output(course: SmallCourse) -> None:
    assert outputs(shown(course, 'part="booking"')) == ["1\n"]


def test_nothing_is_highlighted_that_was_not_asked_for(course: SmallCourse) -> None:
    assert lit(shown(course)) == []


def test_the_lines_of_a_part_are_highlighted(course: SmallCourse) -> None:
    block = shown(course, 'highlight="booking"')
    assert lit(block) == ["        self.balance += 1\n", "        print(self.balance)\n"]
    assert code(block) == [SOURCE]


def test_a_part_is_highlighted_within_the_part_that_is_shown(course: SmallCourse) -> None:
    block = shown(course, 'part="Account.pay" highlight="booking"')
    assert lit(block) == ["    self.balance += 1\n", "    print(self.balance)\n"]


def test_code_is_coloured_by_class_and_each_line_is_a_span(course: SmallCourse) -> None:
    block = shown(course)
    assert [text_of(word) for word in with_class(block, "k")] == ["class", "def"]
    lines = [span for code in block.iter("code") for span in code if span.tag == "span"]
    assert len(lines) == SOURCE.count("\n")


# Notes and links


def test_the_first_line_of_each_noted_part_carries_a_mark_and_the_code_stays_as_it_is(course: SmallCourse) -> None:
    embed = Embed("greetings/account.py", notes=("booking", "Account"))
    block = shown_as(course, Edition("3.13.0", (a_run(),)), embed=embed)
    assert code(block) == [SOURCE]
    lines = {mark.get("data-note"): text_of(line) for line in block.iter("span") for mark in line if line.get("id")}
    assert {number: lines[number].strip() for number in ("1", "2")} == {
        "1": "self.balance += 1",
        "2": "class Account:",
    }


def test_notes_count_from_the_part_that_is_shown(course: SmallCourse) -> None:
    embed = Embed("greetings/account.py", part="Account.pay", notes=("booking",))
    block = shown_as(course, Edition("3.13.0", (a_run(),)), embed=embed)
    [marked] = [text_of(line) for line in block.iter("span") if line.get("id") and with_class(line, "code-note")]
    assert marked == "    self.balance += 1\n"


def test_the_list_that_explains_notes_is_the_next_thing_on_the_page(course: SmallCourse) -> None:
    text = '```python exec="on" file="greetings/account.py" show="source" notes="Account"\n```\n\n1. It holds money.\n'
    body = next(course.page(text).iter("body"))
    assert [(part.tag, part.get("class")) for part in body] == [("div", "program"), ("ol", None)]


PROGRAM = "greetings/account.py"
SITE = Place(
    "content/lessons/greetings.md",
    site="../../",
    repository="https://github.com/teachers/threads",
    help="about/#run-the-programs",
)


def links(block: Tree) -> list[str]:
    """What a block leads to, by accessible name."""
    return [link.get("aria-label") or text_of(link) for link in block.iter("a")]


def test_a_page_of_the_site_downloads_the_program_tells_how_to_run_it_and_takes_reports(course: SmallCourse) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run(), a_run("2\n"))), here=SITE)
    assert links(block) == [
        "Download account.py",
        *["how to run programs", "Report this output of greetings/account.py"] * 2,
    ]
    download, how, report, *_ = [link.get("href", "") for link in block.iter("a")]
    assert (download, how) == ("../../programs/greetings/account.py", "../../about/#run-the-programs")
    assert report.startswith("https://github.com/teachers/threads/issues/new?title=Output+of+greetings%2Faccount.py")
    assert "content%2Flessons%2Fgreetings.md" in report


def test_the_source_alone_takes_no_report_and_the_output_alone_is_no_download(course: SmallCourse) -> None:
    edition = Edition("3.13.0", (a_run(),))
    source = shown_as(course, edition, embed=Embed("greetings/account.py", show="source"), here=SITE)
    assert links(source) == ["Download account.py"]
    output = shown_as(course, edition, embed=Embed("greetings/account.py", show="output"), here=SITE)
    assert links(output) == ["how to run programs", "Report this output of greetings/account.py"]


def test_nothing_links_to_a_site_or_a_repository_that_is_not_known(course: SmallCourse) -> None:
    edition = Edition("3.13.0", (a_run(),))
    assert links(shown_as(course, edition)) == []
    assert links(shown_as(course, edition, here=Place("content/page.md", site="./"))) == ["Download account.py"]


def test_the_links_leave_the_title_and_the_code_of_a_listing_as_they_are(course: SmallCourse) -> None:
    embed = Embed("greetings/account.py", title="<pre> & <span>")
    block = shown_as(course, Edition("3.13.0", (a_run(),)), embed=embed, here=SITE)
    assert [text_of(name) for name in with_class(block, "filename")] == ["<pre> & <span>"]
    assert code(block) == [SOURCE]


def test_a_listing_on_a_page_of_the_site_tells_how_many_lines_it_has(course: SmallCourse) -> None:
    edition = Edition("3.13.0", (a_run(),))
    whole = shown_as(course, edition, here=SITE)
    part = shown_as(course, edition, embed=Embed("greetings/account.py", part="booking"), here=SITE)
    lines = [code.get("style") for block in (whole, part) for code in with_class(block, "highlight")[0].iter("code")]
    assert lines == [f"--lines: {SOURCE.count(chr(10))}", "--lines: 2"]


# Steps


def test_a_block_without_steps_has_none(course: SmallCourse) -> None:
    assert shown(course).get("data-steps") is None
    assert with_class(shown(course), "fragment") == []


def test_steps_are_first_and_last_lines_with_a_fragment_for_each_but_the_first(course: SmallCourse) -> None:
    embed = Embed("greetings/account.py", steps=("Account", "Account.pay", "booking"))
    [block] = with_class(shown_as(course, Edition("3.13.0", (a_run(),)), embed=embed), "program")
    assert block.get("data-steps") == "4-11|7-9|8-9"
    assert [fragment.get("data-step") for fragment in with_class(block, "fragment")] == ["1", "2"]


def test_steps_count_from_the_part_that_is_shown(course: SmallCourse) -> None:
    embed = Embed("greetings/account.py", part="Account.pay", steps=("Account.pay", "booking"))
    [block] = with_class(shown_as(course, Edition("3.13.0", (a_run(),)), embed=embed), "program")
    assert block.get("data-steps") == "1-3|2-3"


# Output


@pytest.mark.parametrize("kind", ["lesson", "deck"])
def test_an_output_is_held_back_and_its_program_is_not(course: SmallCourse, kind: str) -> None:
    embed, here = Embed("greetings/account.py", hold="on"), Place(kind=kind)
    block = shown_as(course, Edition("3.13.0", (a_run(),)), embed=embed, here=here)
    [held] = with_class(block, "held")
    assert outputs(held) == outputs(block) == ["1\n"]
    assert (code(held), len(code(block))) == ([], 1)


def test_a_program_that_is_shown_alone_holds_nothing_back(course: SmallCourse) -> None:
    embed = Embed("greetings/account.py", hold="on", show="source")
    assert with_class(shown_as(course, Edition("3.13.0", (a_run(),)), embed=embed), "held") == []


def measuring(course: SmallCourse, one: Run, embed: Embed | None = None, kind: str = "lesson") -> Tree:
    """The block of a program that has to show something, and that ran so."""
    course.write("snippets/greetings/account.py", ACCOUNT.replace("# timeout = 5", "# shows = 'one > 1'"))
    return shown_as(course, Edition("3.13.0", (one,)), embed=embed, here=Place(kind=kind))


def test_the_facts_of_a_program_that_measures_say_which_try_is_shown(course: SmallCourse) -> None:
    [facts] = with_class(measuring(course, replace(a_run("one: 2\n"), tries=3)), "run-facts")
    assert "0.26 s · Python 3.13.0 · try 3" in text_of(facts)
    assert with_class(measuring(course, a_run("one: 2\n")), "not-shown") == []
    assert "try" not in text_of(with_class(shown(course, file="greetings/hello.py"), "run-facts")[0])


@pytest.mark.parametrize("kind", ["lesson", "deck"])
@pytest.mark.parametrize("embed", [Embed(PROGRAM), Embed(PROGRAM, hold="on"), Embed(PROGRAM, show="output")])
def test_where_no_try_showed_it_page_and_slide_say_so(course: SmallCourse, kind: str, embed: Embed) -> None:
    busy = replace(a_run("one: 1\n"), tries=4, is_shown=False, load=6.25)
    block = measuring(course, busy, embed, kind)
    [told] = with_class(block, "not-shown")
    assert text_of(told) == (
        "This machine was too busy to show it: one > 1 did not hold in 4 tries "
        "(Python 3.13.0; load 6.25 on Linux x86_64, 2 cores)."
    )
    assert all(told in with_class(held, "not-shown") for held in with_class(block, "held"))


def test_a_program_that_is_shown_alone_tells_nothing_of_its_run(course: SmallCourse) -> None:
    busy = replace(a_run("one: 1\n"), tries=4, is_shown=False, load=6.25)
    assert with_class(measuring(course, busy, Embed("greetings/account.py", show="source")), "not-shown") == []


def test_a_figure_alone_says_so_of_the_run_that_is_drawn_and_of_no_other(course: SmallCourse) -> None:
    course.write("snippets/greetings/account.py", ACCOUNT.replace("# timeout = 5", "# shows = 'one > 1'"))
    well = a_run("one: 2\ntwo: 3\n")
    busy = replace(well, tries=4, is_shown=False)
    embed = Embed("greetings/account.py", show="figure", figure="bars")
    for runs, told in (((well, busy, busy), 0), ((busy, well, busy), 1)):
        editions = [Edition(f"3.{13 + number}.0", (run,)) for number, run in enumerate(runs)]
        assert len(with_class(shown_as(course, *editions, embed=embed), "not-shown")) == told


def test_an_output_says_which_program_printed_it(course: SmallCourse) -> None:
    [output] = with_class(shown(course), "run-output")
    assert output.get("data-snippet") == "greetings/account.py"


def test_markup_in_an_output_is_shown_and_does_nothing(course: SmallCourse) -> None:
    course.write("snippets/greetings/markup.py", f"print({INERT!r}, end='')\n")
    block = shown(course, 'show="output"', "greetings/markup.py")
    assert outputs(block) == [INERT]
    assert not list(block.iter("b"))
    assert [element.get("id") for element in block.iter() if element.get("id")] == ["program-greetings-markup"]


def test_markup_in_a_program_is_shown_and_does_nothing(course: SmallCourse) -> None:
    source = f'"""{INERT}"""\n'
    course.write("snippets/greetings/markup.py", source)
    block = shown(course, "", "greetings/markup.py")
    assert code(block) == [source]
    assert not list(block.iter("b"))


def test_an_output_is_named_by_its_program_and_run(course: SmallCourse) -> None:
    names = [pre.get("aria-label") for pre in shown(course).iter("pre") if pre.get("role") == "group"]
    assert names == ["Output of greetings/account.py"]
    block = shown_as(course, Edition("3.13.0", (a_run(), a_run())))
    names = [pre.get("aria-label") for pre in block.iter("pre") if pre.get("role") == "group"]
    assert names == [f"Output of greetings/account.py, run {number}" for number in (1, 2)]


@pytest.mark.parametrize(("kind", "tabindex"), [("deck", "0"), ("lesson", None)])
def test_an_output_in_a_deck_is_reached_by_key_and_that_of_a_page_only_where_a_script_sees_need(
    kind: str, tabindex: str | None, course: SmallCourse
) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run(),)), here=Place("a.md", kind=kind))
    [pre] = [pre for output in with_class(block, "run-output") for pre in output.iter("pre")]
    assert pre.get("tabindex") == tabindex


def test_an_output_that_took_its_time_says_when_its_lines_came_and_has_the_same_text(course: SmallCourse) -> None:
    slow = a_run("<one>\ntwo\n\n", lasted=1.0)
    block = shown_as(course, Edition("3.13.0", (slow, a_run("one\ntwo\n", lasted=0.1))))
    assert outputs(block) == [slow.output, "one\ntwo\n"]
    assert [span.get("data-at") for samp in block.iter("samp") for span in samp] == ["0.05", "0.55", "1.05"]


def test_a_program_that_printed_nothing_says_so(course: SmallCourse) -> None:
    course.write("snippets/greetings/silent.py", "pass\n")
    block = shown(course, "", "greetings/silent.py")
    assert [text_of(silent) for silent in with_class(block, "run-silent")] == ["It printed nothing."]
    assert with_class(shown(course), "run-silent") == []


# Long outputs


def lines(number: int) -> str:
    """An output of so many lines."""
    return "".join(f"line {n}\n" for n in range(number))


def test_a_long_output_is_all_there_below_a_box_that_unfolds_it(course: SmallCourse) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run(lines(LONG + 1)),)))
    assert outputs(block) == [lines(LONG + 1)]
    [label] = with_class(block, "run-more")
    assert text_of(label) == f"Show all {LONG + 1} lines"
    [box] = label.iter("input")
    assert (box.get("type"), box.get("checked")) == ("checkbox", None)


@pytest.mark.parametrize("last", ["", "\n"])
def test_an_output_of_as_many_lines_as_a_page_shows_at_once_is_not_folded(course: SmallCourse, last: str) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run(lines(LONG).rstrip("\n") + last),)))
    assert with_class(block, "run-more") == []


def test_a_long_output_of_a_deck_is_not_folded(course: SmallCourse) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run(lines(99)),)), here=Place("slides/decks/x.md", kind="deck"))
    assert with_class(block, "run-more") == []


# How it ran


def test_the_line_below_says_seconds_and_python_and_on_demand_machine_and_command(course: SmallCourse) -> None:
    block = shown(course)
    run = course.library.record("greetings/account.py").runs[0]
    assert summary(block) == f"{run.seconds:.2f} s · Python {building().label}"
    [facts] = with_class(block, "run-facts")
    assert text_of(facts).removeprefix(summary(block)) == (
        f"{machine()} · run it yourself: python snippets/greetings/account.py"
    )


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        ("exit 3", "exit status 3"),
        ("signal SIGKILL", "killed by SIGKILL"),
        ("timeout", "ended by its time-out after 5 s"),
    ],
)
def test_a_run_that_did_not_end_well_says_how_it_ended(course: SmallCourse, ended: str, said: str) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run(ended=ended),)))
    assert summary(block) == f"{said} · 0.26 s · Python 3.13.0"
    assert [text_of(strong) for strong in block.iter("strong")] == [said]


@pytest.mark.parametrize(("output", "said"), [("varies", "varies"), ("unordered", "in any order")])
def test_an_output_that_is_not_exact_says_so_and_why(course: SmallCourse, output: str, said: str) -> None:
    declared = f'# /// run\n# output = "{output}"\n# because = "<a> & b decide"\n# ///\n'
    course.write("snippets/greetings/varying.py", f"print(1)\n\n{declared}")
    block = shown(course, "", "greetings/varying.py")
    assert summary(block).endswith(f" · {said}: <a> & b decide")


# Several runs


def test_several_runs_stand_behind_tabs_of_which_the_first_is_open(course: SmallCourse) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run("a\n"), a_run("b\n"), a_run("a\n"))))
    assert outputs(block) == ["a\n", "b\n", "a\n"]
    assert [text_of(legend) for legend in block.iter("legend")] == ["3 runs, 2 different outputs"]
    assert [text_of(label) for label in block.iter("label")] == ["run 1", "run 2", "run 3"]
    assert [button.get("checked") is not None for button in block.iter("input")] == [True, False, False]
    assert len(with_class(block, "run-panel")) == 3


def test_runs_that_printed_the_same_are_said_to_be_so(course: SmallCourse) -> None:
    block = shown_as(course, Edition("3.13.0", (a_run(), a_run())))
    assert [text_of(legend) for legend in block.iter("legend")] == ["2 runs, all the same"]


def test_runs_on_several_pythons_are_told_by_their_versions(course: SmallCourse) -> None:
    block = shown_as(
        course,
        Edition("3.13.0", (a_run("a\n"), a_run("a\n"))),
        Edition("3.14.0t", (a_run("b\n", python="3.14.0t"),)),
    )
    assert [text_of(label) for label in block.iter("label")] == ["3.13.0, run 1", "3.13.0, run 2", "3.14.0t"]
    assert [text_of(legend) for legend in block.iter("legend")] == [
        "3 runs, 2 different outputs, on 2 versions of Python"
    ]


def test_each_label_belongs_to_its_button_and_no_two_blocks_share_buttons(course: SmallCourse) -> None:
    varying = '# /// run\n# output = "varies"\n# because = "x"\n# runs = 2\n# ///\n'
    course.write("snippets/greetings/varying.py", f"print(1)\n\n{varying}")
    fence = '```python exec="on" file="greetings/varying.py" show="output"\n```\n\n'
    page = course.page(fence * 2)
    buttons = list(page.iter("input"))
    assert [label.get("for") for label in page.iter("label")] == [button.get("id") for button in buttons]
    assert len({button.get("id") for button in buttons}) == 4
    assert len({button.get("name") for button in buttons}) == 2


def test_a_python_that_is_missing_is_told_beside_the_runs_that_there_are(course: SmallCourse) -> None:
    absent = Edition(">=3.99", (), "Python 3.99 or newer", "3.99")
    block = shown_as(course, Edition("3.13.0", (a_run(),)), absent)
    assert outputs(block) == ["1\n"]
    assert list(block.iter("fieldset")) == []
    [note] = with_class(block, "run-absent")
    assert (note.tag, [text_of(line) for line in note.iter("summary")]) == (
        "details",
        ["Not shown here: Python 3.99 or newer"],
    )
    assert "uv python install 3.99, or name paths in COURSE_PYTHONS" in text_of(note)


def test_a_slide_does_not_tell_how_to_get_a_python_that_is_missing(course: SmallCourse) -> None:
    course.write("snippets/greetings/later.py", 'print(1)\n\n# /// run\n# python = [">=3.99"]\n# ///\n')
    fence = '```python exec="on" file="greetings/later.py"\n```\n'
    slide = parsed(course.html(fence, Place("slides/decks/greetings.md", kind="deck")))
    [note] = with_class(slide, "run-absent")
    assert (note.tag, text_of(note)) == ("p", "Not shown here: Python 3.99 or newer")


def test_a_python_that_is_missing_is_no_version_that_it_ran_on(course: SmallCourse) -> None:
    absent = Edition(">=3.99", (), "Python 3.99 or newer", "3.99")
    block = shown_as(course, Edition("3.13.0", (a_run(), a_run("2\n"))), absent)
    assert [text_of(legend) for legend in block.iter("legend")] == ["2 runs, 2 different outputs"]


@pytest.mark.parametrize("show", ["both", "output", "figure"])
def test_where_nothing_was_run_no_output_is_shown_but_why(course: SmallCourse, show: str) -> None:
    absent = Edition("3.13.0", (), "its run, since this machine has no <fork>")
    block = shown_as(course, absent, embed=Embed("greetings/account.py", show=show, figure="bars"))
    assert outputs(block) == []
    assert list(block.iter("figure")) == []
    assert [text_of(note) for note in with_class(block, "run-absent")] == [f"Not shown here: {absent.absent}"]


# Figures and ids


BARS = Edition("3.13.0", (a_run("one  1 s\ntwo  2 s\n"),))


def test_a_figure_is_drawn_below_the_output_from_the_first_run(course: SmallCourse) -> None:
    block = shown_as(course, BARS, embed=Embed("greetings/account.py", figure="bars"))
    [program] = with_class(block, "program")
    assert [part.get("class") for part in program] == ["highlight", "run-output", "run-facts", "run-figure"]
    [caption] = block.iter("figcaption")
    assert text_of(caption) == "Drawn from the output of greetings/account.py in this build."


def test_a_figure_alone(course: SmallCourse) -> None:
    block = shown_as(course, BARS, embed=Embed("greetings/account.py", show="figure", figure="bars"))
    [program] = with_class(block, "program")
    assert [part.get("class") for part in program] == ["run-figure"]


def test_no_id_stands_twice_on_a_page_however_often_programs_and_code_are_shown(course: SmallCourse) -> None:
    fence = '```python exec="on" file="greetings/account.py"\n```\n\n```python\nx = 1\n```\n\n'
    ids = [element.get("id") for element in course.page(fence * 3).iter() if element.get("id")]
    assert len(ids) == 3 * (SOURCE.count("\n") + 2)
    assert len(set(ids)) == len(ids)
