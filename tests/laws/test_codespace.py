"""Every page of a published course leads to its repository, and to a codespace that does what the README says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.laws.test_workflow import README, pythons
from tests.support.site import ROOT, Site, with_class
from tests.support.small import SmallCourse

CONTAINER: dict[str, Any] = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
REPOSITORY = "https://github.com/teachers/course"
CODESPACE = "https://codespaces.new/teachers/course?quickstart=1"


def footers(site: Site) -> dict[str, list[str | None]]:
    """Where the footer of each page leads besides other pages; decks have none."""
    pages = {name: page for name, page in site.pages().items() if not name.startswith("slides/")}
    return {
        name: [link.get("href") for foot in with_class(page, "md-copyright") for link in foot.iter("a")]
        for name, page in pages.items()
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small course that knows its repository."""
    small = SmallCourse(tmp_path_factory.mktemp("published"))
    built = small.build(COURSE_REPOSITORY=REPOSITORY)
    return Site(small.root / "site", built.stdout + built.stderr)


def test_every_page_of_a_published_course_leads_to_its_repository_and_to_a_codespace(published: Site) -> None:
    found = footers(published)
    assert {"index.html", "404.html", "lessons/greetings/index.html"} <= found.keys(), published.log
    assert [name for name, links in found.items() if links != [REPOSITORY, CODESPACE]] == []


def test_a_course_without_a_repository_leads_to_none(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    built = small.build(COURSE_REPOSITORY="")
    found = footers(Site(small.root / "site", built.stdout + built.stderr))
    assert set(map(len, found.values())) == {0}


def test_a_codespace_begins_with_the_first_command_of_the_readme() -> None:
    first = re.search(r"```bash\n(.+)\n```", README)
    assert first
    assert CONTAINER["postAttachCommand"] == first[1]


def test_a_codespace_shows_the_address_that_the_readme_names() -> None:
    [port] = CONTAINER["forwardPorts"]
    assert f"<http://127.0.0.1:{port}/>" in README
    assert CONTAINER["portsAttributes"].keys() == {str(port)}


def test_a_codespace_has_a_python_that_is_tested() -> None:
    name, _, python = CONTAINER["image"].rpartition(":")
    assert name == "mcr.microsoft.com/devcontainers/python"
    assert python in pythons("test")
