"""Who follows CONTRIBUTING through the machinery enters as many modules as it says, and meets those that it names."""

import json
import re

import pytest

from tests.support.site import ROOT
from tests.support.small import SmallCourse

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TITLES = {
    "run": "One run, from file to cache",
    "fence": "One fence, from Markdown to HTML",
    "slide": "One slide",
    "save": "One save under `serve`",
}
MODULE = re.compile(r"`((?:\w+/)?\w+\.py)`")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The modules that each walk enters: a plain program that prints one line, on a page and on a slide."""
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    done = small.python("-m", "tests.support.walks")
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("walk", "title"), TITLES.items())
def test_a_walk_enters_as_many_modules_as_contributing_says(
    walk: str, title: str, walked: dict[str, list[str]]
) -> None:
    said = re.search(rf"\*\*{re.escape(title)}: (\d+) modules\.\*\*", CONTRIBUTING)
    assert said, f"CONTRIBUTING does not say how many modules one enters on the walk '{title}'."
    assert len(walked[walk]) == int(said[1]), "\n".join(walked[walk])


@pytest.mark.parametrize("module", sorted({*MODULE.findall(CONTRIBUTING.partition("## The machinery")[2])}))
def test_a_module_that_the_walks_name_is_there(module: str) -> None:
    assert [*ROOT.glob(f"*/engine/**/{module}"), *ROOT.glob(module)], f"There is no {module} any more."
