"""A link to a term says what the term means: the first sentence of its text in the glossary."""

from pathlib import Path

from content.engine.site.finish import explained, meanings
from tests.support.site import Site, parsed, with_class
from tests.support.small import SmallCourse

GLOSSARY = """<h2 id="l">L</h2><h3 id="lock">Lock<a class="headerlink" href="#lock">&para;</a></h3>
<p>What <em>one</em> thread holds &amp; others
wait for: a "key". See more.</p><h3 id="join">Join</h3><p>To wait</p>"""
KNOWN = {"lock": 'What one thread holds & others wait for: a "key".', "join": "To wait"}


def test_a_meaning_is_the_first_sentence_below_a_heading_of_the_third_level() -> None:
    assert meanings(GLOSSARY) == KNOWN


def test_a_link_to_a_term_says_it_and_all_other_links_stay() -> None:
    html = '<a href="../g/#lock">lock</a> <a href="../g/#none">x</a> <a href="#lock">y</a> <a href="../h/#lock">z</a>'
    assert explained(html, "../g/", KNOWN) == (
        '<a href="../g/#lock" class="term" title="What one thread holds &amp; others wait for: a &quot;key&quot;.">'
        'lock</a> <a href="../g/#none">x</a> <a href="#lock">y</a> <a href="../h/#lock">z</a>'
    )


def test_a_course_that_names_no_glossary_is_built_without(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    small.write("content/glossary.md", "# Words\n\n### Thread\n\nOne sequence of steps.\n")
    small.write("content/index.md", "# Small\n\nA [thread](glossary.md#thread).\n")
    for named, told in (("extra: { glossary: '' }\n", None), ("", "One sequence of steps.")):
        config = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
        small.write("mkdocs.yml", config + named)
        assert small.build().returncode == 0
        page = parsed((tmp_path / "site/index.html").read_text(encoding="utf-8"))
        [link] = [one for one in page.iter("a") if one.get("href") == "glossary/#thread"]
        assert link.get("title") == told
        small.write("mkdocs.yml", config)


def test_every_link_to_the_glossary_says_what_the_term_means(site: Site) -> None:
    found = with_class(site.page("lessons/locks"), "term")
    assert len(found) >= 10
    assert all(link.get("title") for link in found)
