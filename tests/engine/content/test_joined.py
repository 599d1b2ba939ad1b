"""A page asks for one style sheet and one script of the course, in which all stand in their order."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

from content.engine.site.joined import SCRIPTS, STYLES, needed, styles
from tests.support.small import MKDOCS, SmallCourse

THEME = Path(str(distribution("mkdocs-material").locate_file("material"))) / "templates" / "assets"
SHEETS = 'extra_css: [styles/last.css, styles/deeper/first.css, "https://example.org/far.css"]'
FIRST, LAST = "b { color: red }", "b { color: blue }"
PARTS = """\
extra_javascript:
  - parts/last.js
  - parts/first.js
  - https://example.org/far.js
  - { path: parts/later.js, defer: true }
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with two style sheets and two scripts of its own, and some of other kinds, built."""
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    config = MKDOCS.replace("extra_css: []", SHEETS).replace("extra_javascript: []\n", PARTS)
    small.write("mkdocs.yml", config + "site_url: https://example.org/course/\n")
    for name in ("last", "first", "later"):
        small.write(f"content/parts/{name}.js", f"{name}();")
    small.write("content/styles/last.css", LAST)
    small.write("content/styles/deeper/first.css", FIRST)
    built = small.build()
    assert built.returncode == 0, built.stderr
    return small.root / "site"


def rules(style: str) -> list[str]:
    """All rules of a style sheet, without what holds for several, such as @media."""
    found = re.findall(r"[^{}]+\{[^{}]*\}", style.removeprefix('@charset "UTF-8";'))
    return [rule.strip() for rule in found if not rule.startswith("@media")]


def is_of_tabs(rule: str) -> bool:
    return all(".tabbed-" in selector for selector in rule.partition("{")[0].split(","))


def sheets(page: Path) -> list[str]:
    return re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.read_text(encoding="utf-8"))


def test_every_page_asks_for_one_style_sheet_and_for_those_from_elsewhere(site: Path) -> None:
    far = "https://example.org/far.css"
    assert sheets(site / "index.html") == [STYLES, far]
    assert sheets(site / "lessons/greetings/index.html") == [f"../../{STYLES}", far]
    assert sheets(site / "404.html") == [f"/course/{STYLES}", far]


def test_every_page_asks_for_one_script_of_the_course_after_that_of_the_theme(site: Path) -> None:
    page = (site / "lessons/greetings/index.html").read_text(encoding="utf-8")
    theirs, *ours = re.findall(r'<script src="([^"]+)"(.*?)>', page)
    assert re.fullmatch(r"\.\./\.\./assets/javascripts/bundle\.\w+\.min\.js", theirs[0])
    far = ("https://example.org/far.js", "")
    assert ours == [(f"../../{SCRIPTS}", ""), far, ("../../parts/later.js", " defer")]
    text = (site / SCRIPTS).read_text(encoding="utf-8")
    assert re.findall(r"^\w+\(\);$", text, re.MULTILINE) == ["last();", "first();"]
    assert [path.name for path in site.glob("parts/*.js")] == ["later.js"]


def test_the_sheets_of_the_theme_come_first_and_then_those_of_the_course_as_it_names_them(site: Path) -> None:
    text = (site / STYLES).read_text(encoding="utf-8")
    paths = [path for name in ("main", "palette") for path in (THEME / "stylesheets").glob(f"{name}.*.css")]
    assert len(paths) == 2
    parts = [*(path.read_text(encoding="utf-8").removeprefix('@charset "UTF-8";') for path in paths), LAST, FIRST]
    assert rules(text) == [rule for rule in rules("\n".join(parts)) if not is_of_tabs(rule)]
    assert [path.relative_to(site).as_posix() for path in site.rglob("*.css") if "slides" not in path.parts] == [STYLES]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("url(a.png)", "url(../styles/a.png)"),
        ('url("../a.png")', 'url("../styles/../a.png")'),
        ("url('data:image/svg+xml,<svg/>')", "url('data:image/svg+xml,<svg/>')"),
        ('url("#drop")', 'url("#drop")'),
        ("url(/a.png)", "url(/a.png)"),
        ("url(https://example.org/a.png)", "url(https://example.org/a.png)"),
    ],
)
def test_what_a_sheet_loads_is_found_from_where_all_are(written: str, found: str) -> None:
    assert styles({"styles/one.css": f"b {{ a: {written} }}"}).endswith(f"b {{ a: {found} }}")


@pytest.mark.parametrize(
    "rule",
    [
        ".a .tabbed-set>input{b:c}",
        ".tabbed-labels>:nth-child(2),.a .tabbed-labels:before{b:c}",
        ".tabbed-labels{}",
    ],
)
def test_rules_for_tabs_are_left_out_where_nothing_makes_any(rule: str) -> None:
    for around in ("a{{b:c}}{}d,e{{f:g}}", "@media print{{{}h{{i:j}}}}k{{l:m}}"):
        style = around.format(rule)
        assert needed(style, ["admonition"]) == around.format("")
        for maker in ("pymdownx.tabbed", "pymdownx.blocks.tab"):
            assert needed(style, ["admonition", maker]) == style


@pytest.mark.parametrize("rule", [".grid>.tabbed-set,.grid>pre{b:c}", "pre{content:'.tabbed-set'}", ".tab{b:c}"])
def test_a_rule_that_is_for_something_else_too_stays(rule: str) -> None:
    style = f"a{{b:c}}{rule}d{{e:f}}"
    assert needed(style, []) == style


def test_a_theme_whose_pages_are_made_otherwise_keeps_its_own(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.bare('<link rel="stylesheet" href="{{ config.extra_css[0] | url }}">')
    config = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    small.write("mkdocs.yml", config.replace("extra_css: []", "extra_css: [last.css]"))
    small.write("content/last.css", LAST)
    built = small.build()
    assert built.returncode == 0, built.stderr
    assert sheets(tmp_path / "site/index.html") == ["last.css"]
    assert (tmp_path / "site/last.css").is_file()
