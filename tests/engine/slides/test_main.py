"""`python -m slides` writes the decks of the course in the current folder, without MkDocs building the site."""

import re

import pytest

from slides.engine import deck
from tests.support.site import Tree, outputs, parsed, with_class
from tests.support.small import DECK, SmallCourse


def page_of(small: SmallCourse) -> Tree:
    """The deck of the course's lesson, as it was written."""
    return parsed((small.root / "build/slides/greetings/index.html").read_text(encoding="utf-8"))


def told(stderr: str) -> list[str]:
    """What was said beside the progress of the runs."""
    return [line for line in stderr.splitlines() if not re.match(r"\[\d+/\d+\]", line)]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """A course whose decks have been written."""
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    assert small.decks().returncode == 0
    return small


def test_it_writes_each_deck_and_names_it(small: SmallCourse) -> None:
    small.write("content/lessons/more.md", "# More\n")
    small.write("slides/decks/more.md", '# More {minutes="1"}\n')
    done = small.decks()
    assert (done.returncode, told(done.stderr)) == (0, [])
    assert done.stdout.splitlines() == ["build/slides/greetings/index.html", "build/slides/more/index.html"]
    assert outputs(page_of(small)) == {"greetings/hello.py": ["hello\n"]}


def test_it_builds_no_site(written: SmallCourse) -> None:
    assert not (written.root / "site").exists()


def test_a_second_time_it_runs_nothing(written: SmallCourse) -> None:
    again = written.decks()
    assert (again.returncode, again.stdout, again.stderr) == (0, "build/slides/greetings/index.html\n", "")


def test_its_decks_have_no_link_to_a_lesson_because_there_is_no_site_around_them(written: SmallCourse) -> None:
    assert with_class(page_of(written), "to-lesson") == []


def test_what_the_decks_load_stands_beside_them(written: SmallCourse) -> None:
    assets = written.root / "build" / "slides" / "assets"
    assert {path.name: path.read_bytes() for path in assets.iterdir()} == {
        name: deck.bytes_of(asset) for name, asset in deck.assets(written.library.cache).items()
    }


def test_with_any_problem_it_tells_all_of_them_in_order_and_writes_nothing(small: SmallCourse) -> None:
    small.write("slides/decks/greetings.md", DECK.replace('"1"', '"two"').replace('.py"', '.py" part="none"'))
    small.write("content/index.md", '\n```python exec="on" file="greetings/helo.py"\n```\n')
    small.write("content/about.md", '```python exec="on" file="greetings/hello.py" shwo="x"\n```\n')
    done = small.decks()
    assert (done.returncode, done.stdout) == (1, "")
    assert told(done.stderr) == [
        "content/about.md:1: Unknown option 'shwo'. Did you mean show?",
        "content/index.md:2: There is no program snippets/greetings/helo.py. Did you mean greetings/hello.py?",
        "slides/decks/greetings.md:1: Slide 'Greetings' has no minutes. Add {minutes=\"1\"} to its title.",
        "slides/decks/greetings.md:3: No part 'none' in greetings/hello.py. There is none.",
    ]
    assert not (small.root / "build").exists()


def test_runs_that_cannot_be_kept_are_no_reason_to_write_no_decks(small: SmallCourse) -> None:
    small.write(".cache", "a file where a folder should be")
    done = small.decks()
    assert done.returncode == 0
    assert told(done.stderr) == [
        f"Runs cannot be kept in {small.root}/.cache/runs: Not a directory. The next build runs them again."
    ]
    assert (small.root / "build/slides/greetings/index.html").is_file()


def test_a_folder_without_a_course_is_told_in_one_line(small: SmallCourse) -> None:
    (small.root / "mkdocs.yml").unlink()
    done = small.decks()
    assert done.returncode == 1
    assert done.stderr == f"Config file '{small.root}/mkdocs.yml' does not exist.\n"
