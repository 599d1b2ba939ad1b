"""Markdown extension: lines `:::` become what they ask for, or tell what is wrong with them.

The extension of fences must be loaded, too: it knows the course.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from content.engine.course.order import lessons_of
from content.engine.directives.directive import Asked, Material, scan
from content.engine.directives.parts import named
from content.engine.directives.registry import Registry
from content.engine.fence.extension import ExecFences, place, problem_html
from content.engine.fence.header import Place

NAME = "content.engine.directives.extension"


class Directives(Preprocessor):
    """Puts something, or a message, in place of each line that asks for something."""

    def __init__(self, md: Markdown, order: Sequence[str], parts: Sequence[str]) -> None:
        super().__init__(md)
        self.order = order
        self.parts = parts

    def run(self, lines: list[str]) -> list[str]:
        """Replace, from the last to the first, so that the places of the others stay true."""
        found = scan("\n".join(lines))
        if found:
            registry = self._registry()
            for asked in reversed(found):
                lines[asked.number : asked.number + 1] = self._in_place_of(asked, registry)
        return lines

    def _registry(self) -> Registry:
        fences = self.md.preprocessors["exec_fences"]
        assert isinstance(fences, ExecFences)
        page = place.get(Place()).path.removeprefix("content/")
        return registry_of(fences.root, self.order, self.parts, page)

    def _in_place_of(self, asked: Asked, registry: Registry) -> list[str]:
        problems = registry.check(asked, place.get(Place()))
        if problems:
            html = self.md.htmlStash.store(problem_html(f"::: {asked.name} cannot be shown", problems))
            return ["", asked.margin + html, ""]
        return registry.in_place_of(asked)


def registry_of(root: Path, order: Sequence[str], parts: Sequence[str], page: str = "") -> Registry:
    """The lines that the course at `root` knows; without an `order` of its lessons, that of its mkdocs.yml."""
    known = order or lessons_of(root)
    more = [directive for part in named(parts) for directive in part.DIRECTIVES]
    return Registry(Material(root, tuple(known), page), more)


class DirectiveExtension(Extension):
    """Registers the preprocessor."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "order": [(), "The slugs of the lessons in order; without it, as mkdocs.yml has them."],
            "parts": [[], "The modules of the course's further parts, such as its slides."],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the check of the fences (27), which knows their lines, and before superfences (25)."""
        directives = Directives(md, self.getConfig("order"), self.getConfig("parts"))
        md.preprocessors.register(directives, "directives", 26)


def makeExtension(**kwargs: Any) -> DirectiveExtension:
    """Python-Markdown's entry point."""
    return DirectiveExtension(**kwargs)
