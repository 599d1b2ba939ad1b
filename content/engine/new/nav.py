"""Add a lesson to the `nav` of mkdocs.yml, and leave every other character of that file as it is."""

import yaml

from content.engine.course.lesson import leaves
from content.engine.course.texts import unreadable
from snippets.engine.program.problem import Problem, ProblemError

FILE = "mkdocs.yml"
LIST = "Lessons"  # the entry of the nav that holds them
HUB = "lessons/exercises.md"  # stays the last


def with_lesson(text: str, slug: str) -> str:
    """The text of mkdocs.yml with a line for the lesson `slug`: the last of the lessons, but for the exercises.

    Raises ProblemError where the nav names the lesson already, or has no list of lessons, one a line.
    """
    nav = _nav(text)
    page = f"lessons/{slug}.md"
    for leaf in leaves(nav):
        if leaf.value == page:
            line = leaf.start_mark.line + 1
            raise ProblemError(Problem(FILE, line, f"The nav names {page} already.", "Take this line out."))
    lessons = _value(nav, LIST)
    if not isinstance(lessons, yaml.SequenceNode) or lessons.flow_style:
        advice = f"Add '- {LIST}:', and below it one line '- lessons/….md' for each."
        raise ProblemError(Problem(FILE, 1, "The nav has no list of lessons.", advice))
    last = list(leaves(lessons.value[-1]))
    is_hub = [leaf.value for leaf in last] == [HUB]
    at = last[-1].start_mark.line if is_hub else last[-1].end_mark.line + 1
    lines = text.split("\n")
    end = "\r" if lines[at - 1].endswith("\r") else ""
    lines.insert(at, f"{' ' * lessons.start_mark.column}- {page}{end}")
    return "\n".join(lines)


def _nav(text: str) -> yaml.Node | None:
    """The nav with the places of its entries. Nothing is constructed, so tags of other libraries do no harm."""
    try:
        return _value(yaml.compose(text, yaml.SafeLoader), "nav")
    except yaml.YAMLError as error:
        raise ProblemError(unreadable(error, FILE)) from None


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands behind a key in a mapping, or in one of a sequence's mappings."""
    if isinstance(node, yaml.SequenceNode):
        return next(filter(None, (_value(entry, key) for entry in node.value)), None)
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None
