"""ProperDocs, which carries MkDocs on, builds the same site from the same tree; the README says so.

Its package has a name of its own, and stands in for MkDocs only in the processes of its own command: both live in one
environment, and nothing has to be installed anew to change from one to the other.

This is about this course alone, of which the README speaks.
"""

import re
from pathlib import Path

import pytest

from tests.support.site import ROOT, Site, build_once, outputs
from tests.support.small import SmallCourse, warnings

BUILDER = re.compile(rb'<meta name="generator" content="[^"]*">')


@pytest.fixture(scope="session")
def theirs(tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Site) -> Site:
    """The real course as `properdocs build --strict` builds it."""
    assert site.folder.is_dir()  # and so the runs of the course are kept
    return build_once(tmp_path_factory, worker_id, "properdocs").site


def files(site: Site) -> dict[str, bytes]:
    """What stands in each file of a site, but for the name of its builder."""
    found = (path for path in site.folder.rglob("*") if path.is_file())
    return {path.relative_to(site.folder).as_posix(): BUILDER.sub(b"", path.read_bytes()) for path in found}


def test_it_builds_the_course_strictly_with_the_configuration_of_mkdocs(theirs: Site) -> None:
    assert theirs.log.endswith("exit status 0\n"), theirs.log
    assert warnings(theirs.log) == []
    assert b"ProperDocs" in (theirs.folder / "index.html").read_bytes()


def test_every_page_shows_the_same_runs(theirs: Site, site: Site) -> None:
    ours = {address: outputs(page) for address, page in site.pages().items()}
    assert any(ours.values())
    assert {address: outputs(page) for address, page in theirs.pages().items()} == ours


def test_every_file_is_the_same_but_for_the_name_of_the_builder(theirs: Site, site: Site) -> None:
    ours, made = files(site), files(theirs)
    assert made.keys() == ours.keys()
    assert [name for name in sorted(ours) if made[name] != ours[name]] == []


@pytest.mark.parametrize(
    ("text", "told"),
    {
        "# Tea\n\n[none](none.md)\n": "Doc file 'tea.md' contains a link 'none.md', but the target is not found",
        '# Tea\n\n```python exec="on" file="greetings/helo.py"\n```\n': "content/tea.md:3: There is no program",
    }.items(),
)
def test_a_mistake_fails_each_strict_build(tmp_path: Path, text: str, told: str) -> None:
    small = SmallCourse(tmp_path)
    small.bare("{{ page.content }}")
    small.write("content/tea.md", text)
    for _ in range(2):
        built = small.python("-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml")
        assert built.returncode == 1
        [warning] = warnings(built.stderr)
        assert warning.startswith(told)


def test_what_one_builder_rendered_is_rendered_anew_by_the_other(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.bare("{{ page.content }}")
    kept = []
    for builder in ("mkdocs", "properdocs", "mkdocs"):
        built = small.python("-m", builder, "build", "--strict", "--config-file", "mkdocs.yml")
        assert built.returncode == 0, built.stderr
        kept.append(len([*(tmp_path / ".cache" / "runs").glob("*.json")]))
    assert kept[0] < kept[1] == kept[2]


def test_the_readme_and_contributing_tell_its_command() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        assert "properdocs build --strict --config-file mkdocs.yml`" in (ROOT / name).read_text(encoding="utf-8")
