"""All lines `:::` that a course knows, what they become, and what authors are told of mistakes in them."""

from collections.abc import Iterator, Sequence

from content.engine.course import course, texts
from content.engine.directives import exercises, indexes, overview
from content.engine.directives.directive import Asked, Directive, Material, scan
from content.engine.fence.header import Place
from snippets.engine.program.problem import Problem, near


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
        for asked in reversed(scan(text)):
            lines[asked.number : asked.number + 1] = [] if self.check(asked, Place()) else self.in_place_of(asked)
        return "\n".join(lines)

    def asks_for_all(self, text: str) -> bool:
        """Whether a text has a line that changes with every lesson."""
        return any(self.known[asked.name].is_of_all for asked in scan(text) if asked.name in self.known)

    def problems(self, text: str, here: Place) -> Iterator[Problem]:
        """Everything that is wrong with the lines of a text."""
        for asked in scan(text):
            yield from self.check(asked, here)

    def problems_of_pages(self) -> Iterator[Problem]:
        """Everything that is wrong with the lines of all pages, and what the map lacks to tell of lessons."""
        root = self.material.root
        for path in course.pages(root):
            yield from self.problems(texts.read(path), course.place_of(root, path))
            if any(asked.name == "lessons" for asked in scan(texts.read(path))):
                yield from overview.untold(self.material)
