"""The course knows where it is published, and says so only where that is true; and when each page last changed."""

import os
import subprocess
from pathlib import Path

import pytest

from content.engine.course import texts
from content.engine.directives.extension import registry_of
from content.engine.site import repository
from tests.support.site import ROOT, Site, text_of, with_class
from tests.support.small import SmallCourse

PUBLISHED = "https://github.com/teachers/threads"


def with_origin(root: Path, origin: str) -> Path:
    """A clone at `root` whose remote `origin` has this address."""
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "remote", "add", "origin", origin], check=True)
    return root


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(repository.VARIABLE, raising=False)


@pytest.mark.parametrize(
    "origin",
    [
        PUBLISHED,
        f"{PUBLISHED}.git",
        f"{PUBLISHED}/",
        "https://reader:secret@github.com/teachers/threads.git",
        "git@github.com:teachers/threads.git",
        "ssh://git@github.com/teachers/threads.git",
        "ssh://git@ssh.github.com:443/teachers/threads.git",
    ],
)
def test_a_clone_of_a_repository_on_github_knows_its_address_without_passwords(origin: str, tmp_path: Path) -> None:
    assert repository.address(with_origin(tmp_path, origin)) == PUBLISHED


@pytest.mark.parametrize(
    "origin",
    [
        "/home/reader/threads",
        "https://gitlab.com/teachers/threads.git",
        "https://github.com.example.org/teachers/threads",
        "https://example.org/github.com/teachers/threads",
        "https://github.com/teachers",
        "https://github.com/teachers/threads/issues",
        'https://github.com/teachers/thr"eads',
    ],
)
def test_what_is_no_repository_on_github_counts_as_none(origin: str, tmp_path: Path) -> None:
    assert repository.address(with_origin(tmp_path, origin)) == ""


def test_a_course_without_git_has_no_repository(tmp_path: Path) -> None:
    assert repository.address(tmp_path) == ""


def test_a_course_that_lies_within_the_clone_of_another_thing_does_not_take_its_address(tmp_path: Path) -> None:
    inner = with_origin(tmp_path, PUBLISHED) / "course"
    inner.mkdir()
    assert repository.address(inner) == ""


def test_a_clone_is_no_mistake_where_git_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_origin(tmp_path, PUBLISHED)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert repository.address(tmp_path) == ""


@pytest.mark.parametrize(("said", "address"), [("git@github.com:a/b.git", "https://github.com/a/b"), ("", "")])
def test_the_variable_goes_before_the_clone(
    said: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(repository.VARIABLE, said)
    assert repository.address(with_origin(tmp_path, PUBLISHED)) == address


def test_a_variable_that_names_no_repository_is_told_with_what_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(repository.VARIABLE, "teachers/threads")
    with pytest.raises(ValueError, match=r"'teachers/threads'\. Write https://github\.com/owner/name"):
        repository.address(tmp_path)


def test_pages_are_edited_below_the_folder_of_pages(tmp_path: Path) -> None:
    assert repository.editing(tmp_path) == ""
    assert repository.editing(with_origin(tmp_path / "clone", PUBLISHED)) == f"{PUBLISHED}/edit/main/content/"


def test_a_codespace_is_that_of_the_repository(tmp_path: Path) -> None:
    assert repository.codespace(tmp_path) == ""
    opened = "https://codespaces.new/teachers/threads?quickstart=1"
    assert repository.codespace(with_origin(tmp_path / "clone", f"{PUBLISHED}.git")) == opened


class Clone:
    """A clone in which each commit has a day."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "--quiet")

    def git(self, *arguments: str, day: str = "2026-01-01") -> None:
        """Run git, on a day."""
        who = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        when = {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
        subprocess.run(["git", *arguments], cwd=self.root, check=True, env={**os.environ, **who, **when})

    def commit(self, day: str, *paths: str) -> None:
        """Change files on a day."""
        for path in paths:
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(day, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", day, day=day)


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A course of two lessons; what is no part of a page changed last."""
    clone = Clone(tmp_path)
    clone.commit("2026-03-01", "content/index.md", "content/lessons/tea.md", "content/lessons/milk.md")
    clone.commit("2026-03-02", "snippets/tea/pot.py", "slides/decks/milk.md")
    clone.commit("2026-03-03", "content/lessons/milk.md")
    clone.commit("2026-03-04", "snippets/milk_shake/pot.py")
    clone.commit("2026-03-05", "README.md", "slides/engine/deck.py")
    return clone


def test_a_page_changed_when_a_commit_last_touched_it(clone: Clone) -> None:
    assert repository.last(repository.days(clone.root), "index.md") == "2026-03-01"


def test_a_lesson_changed_with_its_page_its_programs_or_its_deck(clone: Clone) -> None:
    days = repository.days(clone.root)
    assert repository.last(days, "lessons/tea.md") == "2026-03-02"
    assert repository.last(days, "lessons/milk.md") == "2026-03-03"
    clone.commit("2026-03-06", "slides/decks/tea.md")
    assert repository.last(repository.days(clone.root), "lessons/tea.md") == "2026-03-06"


def test_a_page_that_is_made_of_all_lessons_changed_with_any_of_them(clone: Clone) -> None:
    assert repository.last(repository.days(clone.root), "index.md", is_of_all=True) == "2026-03-04"


def test_the_newest_day_counts_whatever_the_order_of_commits(clone: Clone) -> None:
    clone.commit("2026-02-01", "content/index.md")
    assert repository.last(repository.days(clone.root), "index.md") == "2026-03-01"


def test_a_page_that_git_does_not_know_has_no_day(clone: Clone, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert repository.last(repository.days(clone.root), "new.md", is_of_all=True) == ""
    assert repository.days(tmp_path_factory.mktemp("no_clone")) == {}


def test_a_clone_without_a_commit_has_no_days(tmp_path: Path) -> None:
    assert repository.days(Clone(tmp_path).root) == {}


def test_a_history_that_is_cut_off_has_no_days(clone: Clone, tmp_path_factory: pytest.TempPathFactory) -> None:
    shallow = tmp_path_factory.mktemp("shallow") / "course"
    clone.git("clone", "--quiet", "--depth", "1", f"file://{clone.root}", str(shallow))
    assert (shallow / "content" / "index.md").is_file()
    assert repository.days(shallow) == {}


def test_git_reads_its_history_once_for_a_commit(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def git(root: Path, *arguments: str) -> str:
        asked.append(arguments[0])
        return str(subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False).stdout)

    monkeypatch.setattr(repository, "git", git)
    assert repository.days(clone.root) == repository.days(clone.root) != {}
    assert asked == ["rev-parse", "log", "rev-parse"]


def test_pages_and_decks_tell_their_day_also_a_page_that_is_made_of_all_lessons(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    clone = Clone(tmp_path)
    clone.commit("2026-03-01", "content/about.md")
    small.write("content/index.md", "# Home\n\n::: programs\n")
    clone.commit("2026-03-02")
    clone.commit("2026-03-03", "snippets/greetings/more.txt")
    assert small.build().returncode == 0
    site = Site(tmp_path / "site", "")
    told = {page: [text_of(time) for time in site.page(page).iter("time")] for page in (".", "about")}
    assert told == {".": ["3 March 2026"], "about": ["1 March 2026"]}
    [occasion] = with_class(site.page("slides/greetings"), "occasion")
    assert text_of(occasion).strip().endswith("1 March 2026")


def test_every_page_tells_the_day_of_its_last_change_where_git_knows_it(site: Site) -> None:
    days, registry = repository.days(ROOT), registry_of(ROOT, (), ["slides.engine.part"])
    for path in texts.pages(ROOT):
        name = path.relative_to(ROOT / "content").as_posix()
        address = name.removesuffix(".md").removesuffix("index")
        day = repository.last(days, name, registry.asks_for_all(path.read_text(encoding="utf-8")))
        assert [time.get("datetime") for time in site.page(address).iter("time")] == [day] * bool(day)


def test_a_page_whose_name_is_not_ascii_has_a_day_too(clone: Clone) -> None:
    name = "\N{LATIN SMALL LETTER U WITH DIAERESIS}ber.md"
    clone.commit("2026-02-03", f"content/{name}")
    assert repository.last(repository.days(clone.root), name) == "2026-02-03"
