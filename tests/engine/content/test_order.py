"""The order of the lessons is that of the navigation."""

from pathlib import Path

from content.engine.course import lesson


def test_the_order_of_the_lessons_is_that_of_the_navigation() -> None:
    nav = ["index.md", {"Lessons": ["lessons/b.md", {"More": ["lessons/c.md", {"Named": "lessons/a.md"}]}]}, "x.md"]
    assert lesson.slugs_in(nav) == ["b", "c", "a"]
    assert lesson.slugs_in(None) == []


def test_what_a_configuration_says_itself_is_read_without_its_tags(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: !ENV X\nnav:\n  - index.md\n  - L: [lessons/b.md, lessons/a.md]\n")
    assert lesson.order_of(tmp_path) == ["b", "a"]


def test_a_course_without_a_navigation_says_no_order(tmp_path: Path) -> None:
    assert lesson.order_of(tmp_path) == []
    (tmp_path / "mkdocs.yml").write_text("site_name: Tea\n")
    assert lesson.order_of(tmp_path) == []
