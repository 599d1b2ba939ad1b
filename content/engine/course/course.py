"""The programs of a course, on its pages and beside them, and all that is wrong with either."""

from collections.abc import Iterator
from pathlib import Path

from content.engine.course import texts
from content.engine.fence import answers
from content.engine.fence.check import check, is_sound
from content.engine.fence.header import Embed
from content.engine.fence.question import questions
from snippets.engine.program.problem import Problem
from snippets.engine.program.program import Program
from snippets.engine.runs.library import Library


def unreadable(root: Path) -> Iterator[Problem]:
    """The texts of the course at `root` that are not UTF-8: pages, outlines of decks, and files of exercises."""
    of_exercises = (path for path in (root / "snippets").glob("*/exercise_*/*") if path.suffix in (".md", ".py"))
    for path in [*texts.pages(root), *sorted((root / "slides" / "decks").glob("*.md")), *sorted(of_exercises)]:
        try:
            texts.read(path)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            yield Problem(texts.place_of(root, path).path, line, "The text is not UTF-8.", "Save it as UTF-8.")


def programs(root: Path, library: Library) -> list[str]:
    """The names of all programs that pages show and that can be run, in the order of the pages."""
    wanted = dict.fromkeys(embed.file for path in texts.pages(root) for embed in texts.embeds(root, path))
    return [name for name in wanted if is_sound(library, name)]


def sound(library: Library) -> list[Program]:
    """The programs of all lessons that declare nothing wrong, whether a page shows them or not."""
    return [library.program(name) for name in library.names() if is_sound(library, name)]


def problems(root: Path, library: Library) -> Iterator[Problem]:
    """Everything that is wrong with all pages: front matter, fences, and their programs."""
    shown: list[Embed] = []
    for path in texts.pages(root):
        yield from texts.problems(texts.read(path), texts.place_of(root, path).path)
        for fence in texts.fences(root, path):
            yield from check(fence, texts.place_of(root, path), library)
            shown += [fence.embed] if fence.embed else []
        yield from question_problems(root, path, library)
    yield from _without_figure(shown, library)


def _without_figure(shown: list[Embed], library: Library) -> Iterator[Problem]:
    """Which programs are watched while nothing else runs, and no page shows the timeline."""
    drawn = {embed.file for embed in shown if embed.figure == "timeline"}
    for name in dict.fromkeys(embed.file for embed in shown):
        if name not in drawn and is_sound(library, name) and library.program(name).declaration.timeline:
            advice = 'Add figure="timeline" to a fence that shows it, or leave the declaration out.'
            yield Problem(f"snippets/{name}", 1, "It declares a timeline, and no page shows one.", advice)


def question_problems(root: Path, path: Path, library: Library, kind: str = "lesson") -> Iterator[Problem]:
    """What is wrong with the questions of a file, and with the answers that they offer."""
    here = texts.place_of(root, path, kind)
    for question in questions(texts.read(path), here):
        yield from answers.check(question, here.path, library)
