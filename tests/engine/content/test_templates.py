"""Templates are compiled once and kept; llms.txt is as llmstxt.org describes it, the sitemap as sitemaps.org does."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from jinja2 import DictLoader, Environment, TemplateAssertionError

from content.engine.site.templates import Compiled, compile_all
from snippets.engine.runs.cache import Cache
from tests.support.small import MKDOCS, SmallCourse

TEXTS = {"page.html": "{{ greeting }}, reader"}


def environment(folder: Path, texts: dict[str, str] = TEXTS) -> Environment:
    """An environment as each build makes one anew."""
    return Environment(loader=DictLoader(texts), autoescape=True, bytecode_cache=Compiled(Cache(folder)))


def said(env: Environment) -> str:
    return env.get_template("page.html").render(greeting="Good day")


def test_a_template_is_compiled_in_the_first_build_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(environment(tmp_path)) == "Good day, reader"
    later = environment(tmp_path)
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))
    assert said(later) == "Good day, reader"


def test_a_template_that_was_edited_is_compiled_again(tmp_path: Path) -> None:
    said(environment(tmp_path))
    assert said(environment(tmp_path, {"page.html": "{{ greeting }}, teacher"})) == "Good day, teacher"


@pytest.mark.parametrize("damaged", ["no base64", "", "bm8gYnl0ZWNvZGU="])
def test_a_kept_template_that_cannot_be_read_is_compiled_again(tmp_path: Path, damaged: str) -> None:
    said(environment(tmp_path))
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    Cache(tmp_path).put_text(kept.stem, damaged)
    assert said(environment(tmp_path)) == "Good day, reader"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert said(environment(tmp_path / "file")) == "Good day, reader"


def test_all_that_pages_are_made_of_can_be_compiled_before_there_is_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {
        "main.html": "{% extends 'base.html' %}{% block body %}{% include 'part.html' %}{% endblock %}",
        "base.html": "{% block body %}{% endblock %}{% include name ignore missing %}{% include 'of an extension' %}",
        "part.html": "{{ greeting }}, reader{% import 'icon.html' as icon %}",
        "icon.html": "{{ 1 | filter_of_an_extension }}",
        "404.html": "no page",
        "other.html": "{% no template %}",
    }
    compile_all(environment(tmp_path, texts), ["404.html"], Cache(tmp_path))
    with pytest.raises(TemplateAssertionError, match="filter_of_an_extension"):
        environment(tmp_path, texts).get_template("icon.html")
    later = environment(tmp_path, texts)
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))
    for name in ("main.html", "base.html", "part.html", "404.html"):
        later.get_template(name)


NAV = """\
nav:
  - index.md
  - Lessons:
      - lessons/greetings.md
      - More: [lessons/more.md]
  - "Cups [of tea]": cups.md
"""
LLMS = """\
# Small Course

> About it.

Every page is here as Markdown, with its programs and with what they printed when this site was built.

## The course

- [Small Course](https://example.org/index.md)
- [Cups \\[of tea\\]](https://example.org/cups.md)

## Lessons

- [Greetings](https://example.org/lessons/greetings.md): One at a time.
- [More](https://example.org/lessons/more.md)
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """A course that knows its address, built."""
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    small.write("mkdocs.yml", MKDOCS.replace("nav: null\n", NAV) + "site_description: About it.\n")
    small.write("content/lessons/greetings.md", "---\ndescription: One at a time.\n---\n# Greetings\n")
    small.write("content/lessons/more.md", "# More\n")
    small.write("content/cups.md", "# Cups\n")
    small.build(COURSE_SITE="https://example.org/")
    return small


def test_llms_tells_what_the_site_is_and_leads_to_its_pages_by_section(small: SmallCourse) -> None:
    assert (small.root / "site/llms.txt").read_text(encoding="utf-8") == LLMS


def test_the_sitemap_has_every_address_and_no_date(small: SmallCourse) -> None:
    tree = ElementTree.fromstring((small.root / "site/sitemap.xml").read_text(encoding="utf-8"))
    assert tree.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert {one.tag.partition("}")[2] for one in tree.iter()} == {"urlset", "url", "loc"}
    assert [place.text for url in tree for place in url] == [
        "https://example.org/",
        "https://example.org/cups/",
        "https://example.org/lessons/greetings/",
        "https://example.org/lessons/more/",
        "https://example.org/slides/greetings/",
    ]
    assert not (small.root / "site/sitemap.xml.gz").exists()


def test_a_site_whose_address_is_unknown_has_no_sitemap(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.build(COURSE_SITE="")
    assert not (tmp_path / "site/sitemap.xml").exists()
    assert "- [Greetings](lessons/greetings.md)" in (tmp_path / "site/llms.txt").read_text(encoding="utf-8")
