"""The same source tree and the same runs make the same site to the byte: on any day, anywhere, with any hash seed."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.course import COURSES, TINY
from tests.support.sample import IN_CI
from tests.support.site import ROOT, Built, build
from tests.support.small import SmallCourse

ANOTHER_DAY = {"SOURCE_DATE_EPOCH": "1000000000", "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}
ADDRESS = {"COURSE_SITE": "https://example.org/course/"}


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """The files that two folders do not have in common, to the byte."""
    first, second = files(one), files(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def forget_what_was_made(runs: Path) -> int:
    """Remove what is kept beside the runs that it was made of, so that it is made anew; give the number of files.

    What a run used is no such thing: without it, the run is not found again.
    """
    texts = {path: json.loads(path.read_bytes()).get("text") for path in runs.glob("*.json")}
    made = [path for path, text in texts.items() if text is not None and not text.startswith("[[")]
    for path in made:
        path.unlink()
    return len(made)


@pytest.mark.timeout(600)  # as long as a build of the whole course may take
@pytest.mark.parametrize("course", COURSES if IN_CI else [TINY], ids=str)
def test_the_course_is_the_same_on_another_day(built: Built, tmp_path: Path) -> None:
    assert forget_what_was_made(built.root / ".cache" / "runs") > 0
    again = build(built.root, tmp_path / "site", PYTHONPATH=str(ROOT), **ANOTHER_DAY)
    assert again.returncode == 0, again.stderr
    assert differing(built.site.folder, tmp_path / "site") == []


def test_a_course_with_an_address_is_the_same_in_another_place(tmp_path: Path) -> None:
    here = SmallCourse(tmp_path / "here")
    assert here.build(PYTHONHASHSEED="1", **ADDRESS).returncode == 0
    there = SmallCourse(tmp_path / "elsewhere" / "there")
    shutil.copytree(here.root / ".cache", there.root / ".cache")
    assert forget_what_was_made(there.root / ".cache" / "runs") > 0
    assert there.build(**ANOTHER_DAY, **ADDRESS).returncode == 0
    assert "sitemap.xml" in files(here.root / "site")
    assert differing(here.root / "site", there.root / "site") == []
