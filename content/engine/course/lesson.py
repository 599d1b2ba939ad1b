"""The lessons: their order, and what the course says of each, all read from its own page.

The navigation in mkdocs.yml, and nothing else, tells the order. A lesson whose front matter says `draft: true` is not
finished: its page says so, and it may still be short.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from content.engine.course import texts
from content.engine.course.headings import LINK
from snippets.engine.program.problem import Problem

NEEDS = re.compile(r"\byou need: (?P<needs>.+?)\s*(?:·|\n\s*\n|\Z)", re.DOTALL)

OBJECTIVES = re.compile(r'^!!! abstract "After this lesson you can"\n(?P<items>(?: {4}.*\n|\s*\n)+)', re.MULTILINE)
KEY_POINTS = re.compile(r"^## Key points *\n(?P<items>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ITEM = re.compile(r"^(?:[-*]|\d+\.) +.*(?:\n(?!\s*\n|[-*] |\d+\. ).*)*", re.MULTILINE)

MEANING = "This page is still being written. Its programs and outputs are real; its text is not finished."
LABEL = f"""
<div class="admonition warning">
<p class="admonition-title">Draft</p>
<p>{MEANING}</p>
</div>"""


@dataclass(frozen=True)
class Lesson:
    """A lesson's title and needs, in Markdown as its page has them, and its description in plain text."""

    slug: str
    title: str
    description: str
    needs: str
    is_draft: bool = False


def read(root: Path, slug: str) -> Lesson:
    """Read the lesson `slug` of the course at `root`; what its page does not say is empty."""
    text = texts.read(root / "content" / "lessons" / f"{slug}.md")
    front = texts.front_matter(text)
    needs = NEEDS.search(text)
    return Lesson(
        slug,
        texts.title(text) or slug,
        str(front.get("description", "")),
        " ".join(needs["needs"].split()) if needs else "",
        is_draft(text),
    )


def all_of(root: Path, order: Sequence[str]) -> list[Lesson]:
    """The lessons of the course that have a page, in order."""
    return [read(root, slug) for slug in order if (root / "content" / "lessons" / f"{slug}.md").is_file()]


def problems(lesson: Lesson) -> Iterator[Problem]:
    """What the map cannot tell of a lesson."""
    path = f"content/lessons/{lesson.slug}.md"
    if not lesson.description:
        yield Problem(path, 1, "It has no description.", "Add description: … to its front matter.")


def objectives(text: str) -> str:
    """What readers of a lesson can do after it, a list in Markdown without links; empty where its page has no box."""
    found = OBJECTIVES.search(texts.body(text))
    lines = found["items"].splitlines() if found else []
    return _list("\n".join(line.removeprefix("    ") for line in lines))


def key_points(text: str) -> str:
    """The key points of a lesson, as a list in Markdown without links; empty where its page has none."""
    found = KEY_POINTS.search(texts.body(text))
    return _list(found["items"] if found else "")


def _list(text: str) -> str:
    items = [" ".join(item.split()) for item in ITEM.findall(LINK.sub(r"\1", text))]
    return "\n".join(item.rstrip(";,") for item in items)


def is_draft(text: str) -> bool:
    """Whether the text of a page is that of a draft."""
    return texts.front_matter(text).get("draft") is True


def drafts(root: Path) -> list[str]:
    """The pages of the course at `root` that are drafts, by their paths in it."""
    return [path.relative_to(root).as_posix() for path in texts.pages(root) if is_draft(texts.read(path))]


def labelled(html: str) -> str:
    """The HTML of a draft, which says below its heading that it is one."""
    return html.replace("</h1>", f"</h1>{LABEL}", 1) if "</h1>" in html else LABEL + html


def labelled_markdown(text: str) -> str:
    """The plain Markdown of a draft, which says at its top that it is one."""
    return f"> **Draft.** {MEANING}\n\n{text}"


def slugs_in(nav: Any) -> list[str]:
    """The slugs of the lessons in a navigation, or in an entry of one."""
    if isinstance(nav, str):
        return [Path(nav).stem] if nav.startswith("lessons/") else []
    entries = nav.values() if isinstance(nav, dict) else nav or ()
    return [slug for entry in entries for slug in slugs_in(entry)]


def order_of(root: Path) -> list[str]:
    """The slugs of the lessons in the order that the mkdocs.yml at `root` says itself; none where it says none.

    Nothing in that file is constructed, so tags of other libraries do no harm. Raises yaml.YAMLError.
    """
    file = root / "mkdocs.yml"
    return list(_said(texts.read(file))) if file.is_file() else []


@lru_cache(maxsize=8)  # a build asks for each page, and YAML is slow to read
def _said(configuration: str) -> tuple[str, ...]:
    node = yaml.compose(configuration, yaml.SafeLoader)
    entries = node.value if isinstance(node, yaml.MappingNode) else []
    pages = (leaf for key, value in entries if key.value == "nav" for leaf in leaves(value))
    return tuple(slug for leaf in pages for slug in slugs_in(leaf.value))


def leaves(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The pages of a part of a navigation, in order, with their places in its file."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from leaves(entry)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from leaves(value)
