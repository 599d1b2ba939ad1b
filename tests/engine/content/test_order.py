"""The order of lessons and pages is that of the navigation."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from content.engine.site import order
from content.engine.site.crawlers import Entry
from tests.support.small import SmallCourse


def test_the_order_of_the_lessons_is_that_of_the_navigation() -> None:
    nav = ["index.md", {"Lessons": ["lessons/b.md", {"More": ["lessons/c.md", {"Named": "lessons/a.md"}]}]}, "x.md"]
    assert order.lessons(nav) == ["b", "c", "a"]
    assert order.lessons(None) == []


def test_pages_come_by_sections_of_the_navigation_and_those_that_it_leaves_out_at_their_place(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path)
    for name in ("index", "cups", "about", "lessons/tea", "lessons/more/milk"):
        small.write(f"content/{name}.md", "text\n")
    nav = [{"Home": "index.md"}, {"Lessons": [{"Tea": "lessons/tea.md"}, {"More": [{"Milk": "lessons/more/milk.md"}]}]}]
    config = load_config(str(small.root / "mkdocs.yml"), nav=[*nav, {"About": "about.md"}])
    files = get_files(config)
    get_navigation(files, config)
    for file in files.documentation_pages():
        assert file.page
        file.page.read_source(config)
    assert order.by_section(files, "https://example.org/") == {
        "The course": [
            Entry("Home", "https://example.org/index.md", ""),
            Entry("About", "https://example.org/about.md", ""),
            Entry("Cups", "https://example.org/cups.md", ""),
            Entry("Greetings", "https://example.org/lessons/greetings.md", ""),
        ],
        "Lessons": [
            Entry("Tea", "https://example.org/lessons/tea.md", ""),
            Entry("Milk", "https://example.org/lessons/more/milk.md", ""),
        ],
    }
