"""Every mistake of an author is told as `path:line: what is wrong. What to do.`, all of them together, and in place."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from content.engine.fence.header import OPTIONS
from snippets.engine.program.interpreters import building
from tests.support.signals import usual_signals
from tests.support.site import Site, Tree, outputs, parsed, text_of, with_class
from tests.support.small import DECK, HELLO, LESSON, SmallCourse, environment, warnings

PYTHON = building().label
FILE = 'exec="on" file="greetings/hello.py"'
TYPO = '```python exec="on" file="greetings/helo.py"\n```'
NO_HELO = "There is no program snippets/greetings/helo.py. Did you mean greetings/hello.py?"
NO_FILE = 'The fence names no program. Add file="lesson/name.py".'
BODY = 'The fence has a body. Put it into snippets/ and name it: file="lesson/name.py".'
TRIES = 5
SLIDE = '## More {minutes="1"}\n\n/// html | aside.notes\nNote: Say it.\n///\n'


@dataclass(frozen=True)
class Mistake:
    """A file with something wrong in it, what is told of that, and the address of the page that shows it in place."""

    path: str
    text: str
    told: tuple[str, ...]
    address: str


def on_page(name: str, text: str, *told: str) -> Mistake:
    """A mistake on a page of its own, told with its path."""
    return Mistake(f"content/{name}.md", text, tuple(f"content/{name}.md:{line}" for line in told), name)


def in_program(lesson: str, text: str, *told: str) -> Mistake:
    """A mistake in a program of a lesson of its own, told with its path."""
    path = f"snippets/{lesson}/program.py"
    return Mistake(path, text, tuple(f"{path}:{line}" for line in told), f"lessons/{lesson}")


def in_deck(lesson: str, text: str, *told: str) -> Mistake:
    """A mistake in a deck, told with its path."""
    path = f"slides/decks/{lesson}.md"
    return Mistake(path, text, tuple(f"{path}:{line}" for line in told), f"slides/{lesson}")


def indented(text: str, margin: str) -> str:
    """A text with a margin before each of its lines."""
    return "".join(margin + line for line in text.splitlines(keepends=True))


MISTAKES = [
    # a fence without file= or with a body
    on_page("a_fence_without_a_file", '# A page\n\n```python exec="on"\n```\n', f"3: {NO_FILE}"),
    on_page("a_fence_with_a_body", f"# A page\n\ntext\n\n```python {FILE}\nprint(1)\n```\n", f"5: {BODY}"),
    on_page("a_fence_with_but_a_body", '```python exec="on"\nprint(1)\n```\n', f"1: {NO_FILE}", f"1: {BODY}"),
    # a file that is not there
    on_page("a_file_that_is_not_there", f"\n{TYPO}\n", f"2: {NO_HELO}"),
    # an unknown, unquoted or misplaced option
    on_page(
        "an_unknown_option",
        f'```python {FILE} shwo="source"\n```\n',
        "1: Unknown option 'shwo'. Did you mean show?",
    ),
    on_page(
        "an_attribute_of_html",
        f'```python {FILE} data-x="1"\n```\n',
        f"1: Unknown option 'data-x'. Known: {', '.join(sorted(OPTIONS))}.",
    ),
    on_page(
        "an_unknown_value",
        f'```python {FILE} show="sorce"\n```\n',
        '1: show="sorce" means nothing. Did you mean source?',
    ),
    on_page(
        "an_unquoted_option",
        f"```python {FILE} show=source\n```\n",
        "1: Option 'show' has no value in double quotes. Write show=\"source\".",
    ),
    on_page(
        "an_option_of_decks_on_a_page",
        f'```python {FILE} steps="say"\n```\n',
        "1: Option 'steps' belongs to a deck. Leave it out here.",
    ),
    on_page(
        "an_option_about_source_that_is_not_shown",
        f'```python {FILE} show="output" title="x"\n```\n',
        "1: Option 'title' is about source that is not shown. Leave out this, or show=\"output\".",
    ),
    on_page(
        "an_unknown_option_of_code_that_is_not_run",
        '```python titel="x"\nx = 1\n```\n',
        "1: Unknown option 'titel'. Did you mean title?",
    ),
    # an unknown part
    on_page(
        "an_unknown_part",
        f'```python {FILE} part="sya"\n```\n',
        "1: No part 'sya' in greetings/hello.py. Did you mean say?",
    ),
    on_page(
        "an_unknown_part_to_highlight",
        f'```python {FILE} highlight="sya"\n```\n',
        "1: No part 'sya' in greetings/hello.py. Did you mean say?",
    ),
    # a fence that is none, or in another language
    on_page(
        "another_language",
        f"```bash {FILE}\n```\n",
        '1: Only python programs are run, not \'bash\'. Write ```python exec="on" file="…".',
    ),
    on_page(
        "a_fence_that_is_not_closed",
        f"text\n\n```python {FILE}\n\ntext\n",
        "3: The fence is not closed. Add a line ``` below it.",
    ),
    on_page(
        "a_fence_on_the_line_of_an_item",
        f"1. ```python {FILE}\n    ```\n",
        "1: A fence cannot begin on the line of a list's item. Give it lines of its own, indented by four spaces.",
    ),
    on_page(
        "a_fence_in_a_table",
        f"| program | of |\n|---|---|\n| ```python {FILE}``` | x |\n| y | ```python {FILE} |\n",
        *(
            f"{line}: A fence cannot stand in a cell of a table. Give it lines of its own, outside of the table."
            for line in (3, 4)
        ),
    ),
    # the line is the file's, wherever the fence stands
    on_page("below_front_matter", f"---\ntitle: A page\n\n---\n\n# A page\n\n{TYPO}\n", f"8: {NO_HELO}"),
    on_page("in_a_list", f"1. item\n\n{indented(TYPO, '    ')}\n", f"3: {NO_HELO}"),
    on_page(
        "in_an_admonition_below_front_matter",
        f"---\ntitle: A page\n---\n!!! note\n    text\n\n{indented(TYPO, '    ')}\n",
        f"7: {NO_HELO}",
    ),
    on_page("twice_on_a_page", f"{TYPO}\n\n```python {FILE}\n```\n\n{TYPO}\n", f"1: {NO_HELO}", f"7: {NO_HELO}"),
    # an unknown declaration
    in_program(
        "unknown_declaration",
        'print("so far")\n\n# /// run\n# timeout = 5\n# timeuot = 2\n# ///\n',
        "5: Unknown declaration 'timeuot'. Did you mean timeout?",
    ),
    in_program(
        "unknown_ending",
        'print("so far")\n\n# /// run\n# ends = "badly"\n# ///\n',
        '4: \'ends\' is \'badly\'. Write "ok", "timeout", or such as "exit 1" or "signal SIGKILL".',
    ),
    # a program that ends otherwise than declared
    in_program(
        "failing",
        'for number in range(20):\n    print("line", number)\nraise SystemExit(3)\n',
        f"1: It ended with 'exit 3' on Python {PYTHON} and declares 'ok'. Mend it, or declare it. It printed:"
        + "".join(f"\n    line {number}" for number in range(12, 20)),
    ),
    in_program(
        "not_failing",
        'print("so far")\n\n# /// run\n# ends = "exit 1"\n# ///\n',
        f"1: It ended with 'ok' on Python {PYTHON} and declares 'exit 1'. Mend it, or declare it. It printed:"
        "\n    so far",
    ),
    # a deck whose lesson does not exist, or that shows a program its lesson does not
    in_deck(
        "greeting",
        '# Greetings {minutes="1"}\n',
        "1: There is no lesson 'greeting'. Did you mean greetings?",
    ),
    in_deck(
        "greetings",
        f'{DECK}\n---\n\n{SLIDE}\n```python exec="on" file="strangers/other.py"\n```\n',
        "14: The lesson does not show strangers/other.py. Known: greetings/hello.py.",
    ),
    in_deck(
        "not_minutes",
        '# Title {minutes="two"}\n\n```python exec="on" file="not_minutes/program.py"\n```\n',
        "1: Slide 'Title' has no minutes. Add {minutes=\"1\"} to its title.",
    ),
    in_deck(
        "skipping",
        '# Title {minutes="1"}\n\n\n```python exec="on" file="skipping/program.py" deck="skip"\n```\n',
        "4: Option 'deck' belongs to a lesson. Leave it out here.",
    ),
]
LESSONS = {mistake.address.partition("/")[2] for mistake in MISTAKES if "/" in mistake.address} - {"greeting"}


@dataclass(frozen=True)
class Told:
    """What a command told of a course with mistakes: its exit status, and the problems."""

    status: int
    problems: list[str]


@pytest.fixture(scope="module")
def bad_course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """A course in which everything is wrong."""
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    small.write("snippets/greetings/hello.py", f"def say():\n    {HELLO}\n\nsay()\n")
    small.write("snippets/strangers/other.py", HELLO)
    for lesson in LESSONS - {"greetings"}:
        fence = f'```python exec="on" file="{lesson}/program.py"\n```\n'
        small.write(f"content/lessons/{lesson}.md", f"# {lesson}\n\n{fence}")
        small.write(f"slides/decks/{lesson}.md", f'# Title {{minutes="1"}}\n\n{fence}')
        small.write(f"snippets/{lesson}/program.py", HELLO)
    for mistake in MISTAKES:
        small.write(mistake.path, mistake.text)
    return small


@pytest.fixture(scope="module")
def build(bad_course: SmallCourse) -> Told:
    """What a strict build tells of it."""
    done = bad_course.build()
    assert "in strict mode!" in done.stdout, done.stderr
    return Told(done.returncode, warnings(done.stderr))


@pytest.fixture(scope="module")
def decks(bad_course: SmallCourse) -> Told:
    """What `python -m slides` tells of it."""
    done = bad_course.decks()
    lines = re.sub(r"^\[\d+/\d+\] .*\n", "", done.stderr, flags=re.MULTILINE)
    return Told(done.returncode, re.findall(r"^(\S.*(?:\n {4}.*)*)", lines, re.MULTILINE))


@pytest.fixture(scope="module")
def site(bad_course: SmallCourse, build: Told) -> Site:
    """What the strict build has written all the same."""
    assert build.status
    return Site(bad_course.root / "site", "")


def messages(page: Tree) -> list[str]:
    """The problems that a page shows in place."""
    return [text_of(problem) for box in with_class(page, "run-problem") for problem in box.iter("pre")]


every_mistake = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.path)


@every_mistake
def test_a_strict_build_tells_it_with_its_file_and_line_and_what_to_do(mistake: Mistake, build: Told) -> None:
    assert [problem for problem in mistake.told if problem not in build.problems] == []


@every_mistake
def test_so_does_the_command_that_writes_the_decks(mistake: Mistake, decks: Told) -> None:
    assert [problem for problem in mistake.told if problem not in decks.problems] == []


@every_mistake
def test_the_page_shows_it_in_place(mistake: Mistake, site: Site) -> None:
    assert messages(site.page(mistake.address)) == list(mistake.told)


def test_all_mistakes_are_told_together_and_nothing_else_is(build: Told, decks: Told) -> None:
    everything = sorted(problem for mistake in MISTAKES for problem in mistake.told)
    assert sorted(build.problems) == everything
    assert sorted(decks.problems) == everything


def test_neither_command_succeeds(build: Told, decks: Told) -> None:
    assert (build.status, decks.status) == (1, 1)


def test_no_decks_are_written(bad_course: SmallCourse, decks: Told) -> None:
    assert decks.status
    assert not (bad_course.root / "build").exists()


def test_no_fence_is_left_as_text(site: Site) -> None:
    for address, page in site.pages().items():
        said = [text for box in with_class(page, "run-problem") for text in box.itertext()]
        left = [text for text in page.itertext() if re.search("```|exec=", text) and text not in said]
        assert left == [], address


# While serving


class Server:
    """`mkdocs serve` for a course; waits for builds as open pages do, by asking the server for a newer one."""

    def __init__(self, small: SmallCourse) -> None:
        self.small = small
        with socket.create_server(("127.0.0.1", 0)) as free:
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self._address = f"http://{address}/"
        with usual_signals():
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
                cwd=small.root,
                env=environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        self.log = ""

    def wait(self) -> None:
        """Wait until pages are served and changes are noticed."""
        assert self._process.stdout
        while "Serving on" not in self.log:
            line = self._process.stdout.readline()
            assert line, f"It ended:\n{self.log}"
            self.log += line
        for number in range(TRIES):  # at first it may not yet have looked at the files
            with contextlib.suppress(TimeoutError):
                return self.save("content/index.md", f"# Small Course\n\n{number}\n", seconds=15)
        raise TimeoutError("The server does not notice what is saved.")

    def page(self, address: str) -> Tree:
        """The page at an address such as `lessons/greetings/`."""
        return parsed(self._get(address))

    def save(self, path: str, text: str, seconds: float = 30) -> None:
        """Write a file of the course and wait until it is built; TimeoutError where that takes too long."""
        present = re.search(r"livereload\((\d+), (\d+)\)", self._get(""))
        assert present
        os.replace(self.small.write("half_written", text), self.small.root / path)
        self._get(f"livereload/{present[1]}/{present[2]}", seconds)

    def close(self) -> None:
        """End the server as an author does, with Ctrl-C; it must have lived until then and end in peace."""
        lived = self._process.poll() is None
        self._process.send_signal(signal.SIGINT)
        try:
            more, _ = self._process.communicate(timeout=30)
        finally:
            self._process.kill()
        told = self.log + more
        assert (lived, self._process.returncode, "Traceback" in told) == (True, 0, False), told

    def _get(self, address: str, seconds: float = 30) -> str:
        with urlopen(self._address + address, timeout=seconds) as answer:
            return str(answer.read().decode("utf-8"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for a course that is wrong when it starts, and every test of which leaves it right."""
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    small.write("content/index.md", TYPO)
    opened = Server(small)
    try:
        opened.wait()
        yield opened
    finally:
        opened.close()


def test_a_course_that_is_wrong_is_served_nevertheless(server: Server) -> None:
    assert f"WARNING -  content/index.md:1: {NO_HELO}" in server.log


WHILE_SERVING = [
    pytest.param(
        Mistake(
            "content/lessons/greetings.md",
            f"---\nminutes: 5\n---\n# Greetings\n\n{TYPO}\n",
            (f"content/lessons/greetings.md:6: {NO_HELO}",),
            "lessons/greetings/",
        ),
        LESSON,
        id="a lesson",
    ),
    pytest.param(
        Mistake(
            "snippets/greetings/hello.py",
            'print("so far")\nraise SystemExit(3)\n',
            (
                f"snippets/greetings/hello.py:1: It ended with 'exit 3' on Python {PYTHON} and declares 'ok'. "
                "Mend it, or declare it. It printed:\n    so far",
            ),
            "lessons/greetings/",
        ),
        HELLO,
        id="a program",
    ),
    pytest.param(
        Mistake(
            "snippets/greetings/hello.py",
            f"{HELLO}\n# /// run\n# timeuot = 2\n# ///\n",
            ("snippets/greetings/hello.py:4: Unknown declaration 'timeuot'. Did you mean timeout?",),
            "slides/greetings/",
        ),
        HELLO,
        id="a declaration",
    ),
    pytest.param(
        in_deck(
            "greetings",
            DECK.replace('"1"', '"two"').replace("hello", "helo"),
            "1: Slide 'Greetings' has no minutes. Add {minutes=\"1\"} to its title.",
            "3: The lesson does not show greetings/helo.py. Did you mean greetings/hello.py?",
            '1: The deck leaves out greetings/hello.py. Show it, or write deck="skip" in the lesson.',
            f"3: {NO_HELO}",
        ),
        DECK,
        id="a deck",
    ),
]


@pytest.mark.parametrize(("mistake", "repaired"), WHILE_SERVING)
def test_the_page_shows_it_the_server_lives_on_and_the_next_save_repairs_it(
    server: Server, mistake: Mistake, repaired: str
) -> None:
    assert messages(server.page(mistake.address)) == []
    server.save(mistake.path, mistake.text)
    assert messages(server.page(mistake.address)) == list(mistake.told)
    assert messages(server.page("")) == []
    server.save(mistake.path, repaired)
    assert messages(server.page(mistake.address)) == []
    assert outputs(server.page(mistake.address)) == {"greetings/hello.py": ["hello\n"]}


def test_a_deck_whose_lesson_does_not_exist_says_so_until_it_does(server: Server) -> None:
    server.save("slides/decks/farewells.md", '# Farewells {minutes="1"}\n')
    assert messages(server.page("slides/farewells/")) == [
        "slides/decks/farewells.md:1: There is no lesson 'farewells'. Known: greetings."
    ]
    server.save("content/lessons/farewells.md", "# Farewells\n")
    assert messages(server.page("slides/farewells/")) == []


@pytest.mark.parametrize("command", [SmallCourse.build, SmallCourse.decks])
@pytest.mark.parametrize("path", ["content/index.md", "slides/decks/greetings.md"])
def test_a_text_that_cannot_be_read_ends_the_build_and_is_told_without_a_traceback(
    tmp_path: Path, path: str, command: Callable[[SmallCourse], subprocess.CompletedProcess[str]]
) -> None:
    small = SmallCourse(tmp_path)
    small.write(path, "").write_bytes(b"one\ncaf\xe9\n")
    ended = command(small)
    assert ended.returncode != 0
    assert f"{path}:2: The text is not UTF-8. Save it as UTF-8." in ended.stderr
    assert "Traceback" not in ended.stderr
