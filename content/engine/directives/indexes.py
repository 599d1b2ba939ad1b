"""The lines `::: programs` and `::: errors`: all programs, and all errors that they printed in this build.

They are on pages at the top of `content/`, and lead to the programs where lessons show them.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from markdown.extensions.toc import slugify

from content.engine.course import course, headings
from content.engine.course.escape import code, plain
from content.engine.course.lesson import Lesson, all_of
from content.engine.directives.directive import Directive, Material, nothing_behind
from content.engine.directives.messages import alike, messages
from content.engine.fence.address import FOLDER, anchor_of
from content.engine.fence.header import Fence
from content.engine.fence.html import ending_of
from snippets.engine.program.program import Program
from snippets.engine.runs.library import Library, library_of
from snippets.engine.runs.record import Record

HOW = {"varies": "varies", "unordered": "in any order"}
ENDED = "No message at all"


@dataclass(frozen=True)
class Shown:
    """A program that a lesson shows: the lesson's title, that of the section that shows it first, and where that is."""

    program: Program
    lesson: str
    section: str
    address: str

    @property
    def anchor(self) -> str:
        """The place of the program in the index."""
        return self.program.name.removesuffix(".py").replace("/", "-")

    @property
    def file(self) -> str:
        """Its file, without the folder of its lesson."""
        return self.program.name.partition("/")[2]

    @property
    def purpose(self) -> str:
        """What it shows, as its first line says."""
        return self.program.source.split("\n", 1)[0].strip('"')


@dataclass(frozen=True)
class Printed:
    """An error that programs printed: its type, its message, and the sections that show it, as links in Markdown.

    Of messages that differ only in their numbers it is the one that was printed first. Where a run itself was ended,
    it has no type.
    """

    kind: str
    text: str
    links: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The place of the message in the index, the same whatever its numbers are."""
        return f"error-{slugify(alike(self.text), '-')}"


def shown(root: Path, library: Library, lessons: Sequence[Lesson]) -> Iterator[Shown]:
    """The programs of all lessons in order, each once."""
    sound = {program.name: program for program in course.sound(library)}
    for lesson in lessons:
        found: dict[str, Shown] = {}
        for fence, title, address in _sections(root, sound, lesson):
            found.setdefault(fence.file, Shown(sound[fence.file], lesson.title, title, address))
        yield from found.values()


def programs(root: Path, library: Library, lessons: Sequence[Lesson]) -> list[str]:
    """A section for each lesson: its programs in its order, each with what it shows and what is special about it."""
    rows = []
    for title, found in groupby(shown(root, library, lessons), key=lambda one: one.lesson):
        rows += [f"## {title}", ""]
        for one in found:
            rows += [f"[{code(one.file)}]({one.address}) {{ #{one.anchor} }}", f":   {_facts(one)}", ""]
    return rows


def _sections(root: Path, sound: Container[str], lesson: Lesson) -> Iterator[tuple[Fence, str, str]]:
    """Each fence of a lesson that shows one of its sound programs, with its section's title and address."""
    page = root / "content" / "lessons" / f"{lesson.slug}.md"
    times: Counter[str] = Counter()
    for fence, heading in headings.shown(root, page):
        if fence.embed and fence.file.startswith(f"{lesson.slug}/") and fence.file in sound:
            times[fence.file] += 1
            address = f"lessons/{lesson.slug}.md#{anchor_of(fence.file, times[fence.file])}"
            yield fence, heading.words if heading else lesson.title, address


def _facts(one: Shown) -> str:
    """What a program shows, what it declares of its end and its output, and where to get it."""
    declared = one.program.declaration
    facts = [plain(one.purpose)]
    for pythons, ends in declared.endings:
        if ends != "ok":
            where = f" on Python {plain(pythons)}" if pythons else ""
            facts.append(f"**{ending_of(ends, declared.timeout)}{where}**")
    if declared.output != "exact":
        facts.append(f"*{HOW[declared.output]}: {plain(declared.because)}*")
    target = f"{FOLDER}/{one.program.name}"
    facts.append(f'[download]({target}){{ download="{one.file}" aria-label="download {one.file}" }}')
    return " · ".join(facts)


def printed(root: Path, library: Library, lessons: Sequence[Lesson]) -> list[Printed]:
    """Every error that a program printed, by type and message; last where a run itself was ended."""
    first: dict[tuple[str, str], str] = {}
    links: dict[tuple[str, str], dict[str, None]] = {}
    sound = {program.name for program in course.sound(library)}
    for lesson in lessons:
        for fence, title, address in _sections(root, sound, lesson):
            if fence.embed and fence.embed.show in ("both", "output"):
                for kind, text in _wrong(library.record(fence.file)):
                    key = kind, alike(text)
                    first.setdefault(key, text)
                    links.setdefault(key, {})[f"[{lesson.title}: {title}]({address})"] = None
    keys = sorted(first, key=lambda key: (not key[0], key))
    return [Printed(key[0], first[key], tuple(links[key])) for key in keys]


def errors(root: Path, library: Library, lessons: Sequence[Lesson]) -> list[str]:
    """A section for each type of exception, and one for endings; each message with the sections that show it."""
    rows = []
    for kind, found in groupby(printed(root, library, lessons), key=lambda one: one.kind):
        rows += [f"## {kind or ENDED}", ""]
        for one in found:
            rows += [f"{code(one.text)} {{ #{one.anchor} }}", *(f":   {link}" for link in one.links), ""]
    return rows


def _wrong(record: Record) -> Iterator[tuple[str, str]]:
    """The type and text of each error that a program's runs printed; no type where a run itself was ended."""
    for run in record.runs:
        for message in messages(run.output):
            yield message.name, str(message)
        if not run.ended.startswith(("ok", "exit")):
            yield "", ending_of(run.ended, record.program.declaration.timeout)


def _lessons(material: Material) -> list[Lesson]:
    return all_of(material.root, material.order)


DIRECTIVES = (
    Directive(
        "programs",
        lambda _, material: programs(material.root, library_of(material.root), _lessons(material)),
        nothing_behind("programs"),
        is_of_all=True,
    ),
    Directive(
        "errors",
        lambda _, material: errors(material.root, library_of(material.root), _lessons(material)),
        nothing_behind("errors"),
        is_of_all=True,
    ),
)
