"""llms.txt is as llmstxt.org describes it, and the sitemap as sitemaps.org does."""

from xml.etree import ElementTree

from content.engine.site.crawlers import ABOUT_PAGES, Entry, llms, sitemap


def test_llms_tells_what_the_site_is_and_leads_to_its_pages_by_section() -> None:
    lessons = [Entry("Locks [I]", "https://example.org/lessons/locks.md", "One at a time."), Entry("B\\", "b.md", "")]
    assert llms("Course", "About it.", {"Lessons": lessons, "More": [Entry("Words", "words.md", "All.")]}) == (
        "# Course\n\n> About it.\n\n"
        f"{ABOUT_PAGES}\n\n"
        "## Lessons\n\n- [Locks \\[I\\]](https://example.org/lessons/locks.md): One at a time.\n- [B\\\\](b.md)\n\n"
        "## More\n\n- [Words](words.md): All.\n"
    )


def test_the_sitemap_has_every_address_and_no_date() -> None:
    text = sitemap(["https://example.org/a/", "https://example.org/b?c&d"])
    tree = ElementTree.fromstring(text)
    assert tree.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert [url.tag.partition("}")[2] for url in tree.iter()] == ["urlset", "url", "loc", "url", "loc"]
    assert [place.text for url in tree for place in url] == ["https://example.org/a/", "https://example.org/b?c&d"]
