"""How many minutes a lesson takes: to read what stands on its page, and to do its exercises.

Nobody types the first: it is counted from the words, the shown code and the shown outputs, unless `minutes` in the
front matter says otherwise. An exercise tells its own, in the first line of its hint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard

from content.engine.course import exercise, texts
from content.engine.fence.check import is_sound
from content.engine.fence.header import Embed
from content.engine.fence.output import LONG
from content.engine.fence.scan import blocks, comments, lines_of
from snippets.engine.process.run import line_count
from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.runs.library import Library, library_of

WORDS, CODE, OUTPUT = 200, 20, 40  # in a minute: words of prose, lines of code, lines of an output
STEP = 5  # to which reading is rounded
MARKUP = re.compile(r"\]\([^()]*\)|\{[:#. ][^{}]*\}|<[^<>]*>|^[ >]*(?:!!!|\?\?\?\+?) +[\w-]+")  # what nobody reads
WORD = re.compile(r"\S*\w\S*")
DIRECTIVE = re.compile(r"[ >]*:::")


@dataclass(frozen=True)
class Minutes:
    """The minutes of a lesson, to read it and for all its exercises."""

    reading: int
    exercises: int


def of_lesson(root: Path, slug: str) -> Minutes:
    """The minutes of a lesson of the course at `root`, whose page there is.

    Its programs are run if nobody ran them before. What is wrong with one, or with an exercise, counts for nothing.
    """
    path = root / "content" / "lessons" / f"{slug}.md"
    given = texts.front_matter(texts.read(path)).get("minutes")
    return Minutes(given if _is_valid(given) else _counted(root, path), sum(_of_exercises(root, slug)))


def told(minutes: Minutes) -> str:
    """The minutes of a lesson in Markdown, as its box and the map say them."""
    practice = f", **{minutes.exercises}** of exercises" if minutes.exercises else ""
    return f"**{minutes.reading} minutes** of reading{practice}"


def problems(root: Path, slug: str) -> Iterator[Problem]:
    """What is wrong with the minutes that a lesson's front matter says."""
    path = f"content/lessons/{slug}.md"
    front = texts.front_matter(texts.read(root / path))
    if "minutes" in front and not _is_valid(front["minutes"]):
        advice = "Write such as minutes: 30, or leave it out: then they are counted."
        yield Problem(path, 1, "Its minutes are not a whole number.", advice)


def _is_valid(given: object) -> TypeGuard[int]:
    return type(given) is int and given > 0  # True counts as an int, too


def _of_exercises(root: Path, slug: str) -> Iterator[int]:
    for name in exercise.names(root, slug):
        try:
            yield exercise.read(root, name).minutes
        except ProblemError:  # the line that shows it tells of it
            continue


def _counted(root: Path, path: Path) -> int:
    """The minutes that reading a page takes, rounded, and never none."""
    library = library_of(root)
    words, code = _text_of(texts.read(path))
    shown = [_program_of(embed, library) for embed in texts.embeds(root, path) if is_sound(library, embed.file)]
    code += sum(lines for lines, _ in shown)
    output = sum(lines for _, lines in shown)
    return max(STEP, STEP * round((words / WORDS + code / CODE + output / OUTPUT) / STEP))


def _program_of(embed: Embed, library: Library) -> tuple[int, int]:
    """The lines of code and of output that a fence shows: of several runs the first, and no more than is unfolded."""
    record = library.record(embed.file)
    program, code, output = record.program, 0, 0
    if embed.show in ("both", "source") and (not embed.part or embed.part in program.parts):
        code = _filled(program.text_of(embed.part) if embed.part else program.source)
    if embed.show in ("both", "output") and record.runs:
        output = min(LONG, line_count(record.runs[0].output))
    return code, output


@lru_cache(maxsize=2048)  # texts: a build asks for the minutes of each several times
def _text_of(text: str) -> tuple[int, int]:
    """The words of a page's prose, and the lines of the code that it has in itself."""
    lines = lines_of(texts.body(text))
    unread = {number for comment in comments(lines) for number in comment}
    code = 0
    for block in blocks(lines):
        last = block.first if block.last is None else block.last
        unread |= {*range(block.first, last + 1)}
        code += 0 if block.names_program else _filled("\n".join(lines[block.first + 1 : last]))
    prose = (line for number, line in enumerate(lines) if number not in unread and not DIRECTIVE.match(line))
    return sum(len(WORD.findall(MARKUP.sub(" ", line))) for line in prose), code


def _filled(text: str) -> int:
    """The lines of a text that are not empty."""
    return sum(bool(line.strip()) for line in text.splitlines())
