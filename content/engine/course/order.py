"""The order of the lessons: the navigation in mkdocs.yml, and nothing else, tells it."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from content.engine.course import texts


def lessons(nav: Any) -> list[str]:
    """The slugs of the lessons in a navigation, or in an entry of one."""
    if isinstance(nav, str):
        return [Path(nav).stem] if nav.startswith("lessons/") else []
    entries = nav.values() if isinstance(nav, dict) else nav or ()
    return [slug for entry in entries for slug in lessons(entry)]


def lessons_of(root: Path) -> list[str]:
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
    return tuple(slug for leaf in pages for slug in lessons(leaf.value))


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
