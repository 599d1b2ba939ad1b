"""Markdown extension: lines `:::` become what they ask for, or tell what is wrong with them; and all that there are.

It has questions asked, too. The extension of fences must be loaded before: it knows the course.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from content.engine.course import texts
from content.engine.course.lesson import order_of
from content.engine.directives import exercises, indexes, overview
from content.engine.directives.directive import Directive, Material
from content.engine.directives.parts import Part
from content.engine.fence import asking
from content.engine.fence.extension import ExecFences, place, problem_html
from content.engine.fence.header import Place
from content.engine.fence.scan import Asked, asked_in
from snippets.engine.program.problem import Problem, near

NAME = "content.engine.directives.extension"


class Registry:
    """The lines of this engine and `more`, such as those of the slides, for one course."""

    def __init__(self, material: Material, more: Sequence[Directive] = ()) -> None:
        ours = (*overview.DIRECTIVES, *indexes.DIRECTIVES, *exercises.DIRECTIVES)
        self.material = material
        self.known = {directive.name: directive for directive in (*ours, *more)}

    def check(self, asked: Asked, here: Place) -> list[Problem]:
        """What is wrong with one line."""
        line = here.first_line + asked.number
        if here.kind == "deck":
            return [Problem(here.path, line, f"'::: {asked.name}' is for pages.", "Leave it out here.")]
        if asked.name not in self.known:
            advice = near(asked.name, self.known)
            return [Problem(here.path, line, f"A line '::: {asked.name}' means nothing.", advice)]
        found = self.known[asked.name].complaints(asked.rest, self.material)
        return [one if isinstance(one, Problem) else Problem(here.path, line, *one) for one in found]

    def in_place_of(self, asked: Asked) -> list[str]:
        """The Markdown that a line without mistakes asks for, with the line's margin."""
        made = self.known[asked.name].lines(asked.rest, self.material)
        return [(asked.margin + line).rstrip() for line in made]

    def expanded(self, text: str) -> str:
        """A text with all its lines expanded; where one has a mistake, of which a build tells, it is left out."""
        lines = text.split("\n")
        for asked in reversed(asked_in(text)):
            lines[asked.number : asked.number + 1] = [] if self.check(asked, Place()) else self.in_place_of(asked)
        return "\n".join(lines)

    def asks_for_all(self, text: str) -> bool:
        """Whether a text has a line that changes with every lesson."""
        return any(self.known[asked.name].is_of_all for asked in asked_in(text) if asked.name in self.known)

    def problems(self, text: str, here: Place) -> Iterator[Problem]:
        """Everything that is wrong with the lines of a text."""
        for asked in asked_in(text):
            yield from self.check(asked, here)

    def problems_of_pages(self) -> Iterator[Problem]:
        """Everything that is wrong with the lines of all pages, and what the map lacks to tell of lessons."""
        root = self.material.root
        for path in texts.pages(root):
            yield from self.problems(texts.read(path), texts.place_of(root, path))
            if any(asked.name == "lessons" for asked in asked_in(texts.read(path))):
                yield from overview.untold(self.material)


def parts_named(names: Iterable[str]) -> list[Part]:
    """The parts of these names. Raises ImportError where there is no such module."""
    return [cast(Part, import_module(name)) for name in names]


def registry_of(root: Path, order: Sequence[str], parts: Sequence[str], page: str = "") -> Registry:
    """The lines that the course at `root` knows; without an `order` of its lessons, that of its mkdocs.yml."""
    known = order or order_of(root)
    more = [directive for part in parts_named(parts) for directive in part.DIRECTIVES]
    return Registry(Material(root, tuple(known), page), more)


class Directives(Preprocessor):
    """Puts something, or a message, in place of each line that asks for something."""

    def __init__(self, md: Markdown, order: Sequence[str], parts: Sequence[str]) -> None:
        super().__init__(md)
        self.order = order
        self.parts = parts

    def run(self, lines: list[str]) -> list[str]:
        """Replace, from the last to the first, so that the places of the others stay true."""
        found = asked_in("\n".join(lines))
        if found:
            registry = self._registry()
            for asked in reversed(found):
                lines[asked.number : asked.number + 1] = self._in_place_of(asked, registry)
        return lines

    def _registry(self) -> Registry:
        page = place.get(Place()).path.removeprefix("content/")
        return registry_of(_root_of(self.md), self.order, self.parts, page)

    def _in_place_of(self, asked: Asked, registry: Registry) -> list[str]:
        problems = registry.check(asked, place.get(Place()))
        if problems:
            html = self.md.htmlStash.store(problem_html(f"::: {asked.name} cannot be shown", problems))
            return ["", asked.margin + html, ""]
        return registry.in_place_of(asked)


def _root_of(md: Markdown) -> Path:
    """The folder of the course, as the extension of fences knows it."""
    fences = md.preprocessors["exec_fences"]
    assert isinstance(fences, ExecFences)
    return fences.root


class QuestionProblems(Preprocessor):
    """Has questions with mistakes replaced, in a text with boxes."""

    def run(self, lines: list[str]) -> list[str]:
        """Look for a box before anything else."""
        has_box = any(asking.BOX in line for line in lines)
        return asking.checked(lines, self.md, _root_of(self.md)) if has_box else lines


class Questions(Treeprocessor):
    """Has the questions of a document asked, if it has any."""

    def run(self, root: Element) -> None:
        """Look for the box of one before anything else."""
        if any("question" in box.get("class", "") for box in root.iter("div")):
            asking.ask(root, self.md)


class DirectiveExtension(Extension):
    """Registers all these."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "order": [(), "The slugs of the lessons in order; without it, as mkdocs.yml has them."],
            "parts": [[], "The modules of the course's further parts, such as its slides."],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after the check of the fences (27), which knows their lines, and before superfences (25).

        Questions are looked at before anything is replaced in the lines, and once code and emphasis are in the tree.
        """
        directives = Directives(md, self.getConfig("order"), self.getConfig("parts"))
        md.preprocessors.register(QuestionProblems(md), "question_problems", 29)
        md.preprocessors.register(directives, "directives", 26)
        md.treeprocessors.register(Questions(md), "questions", 15)


def makeExtension(**kwargs: Any) -> DirectiveExtension:
    """Python-Markdown's entry point."""
    return DirectiveExtension(**kwargs)
