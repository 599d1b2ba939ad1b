"""The lines `::: programs` and `::: errors`: all programs, and all errors that they printed in this build.

They are on pages at the top of `content/`, and lead to the programs where lessons show them.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from content.engine.course import course, headings
from content.engine.course.escape import code, plain
from content.engine.course.lesson import Lesson, all_of
from content.engine.directives.directive import Directive, Material, nothing_behind
from content.engine.directives.messages import alike, messages
from content.engine.fence.address import FOLDER, anchor_of
from content.engine.fence.header import Fence
from content.engine.fence.html import ending_of
from snippets.engine.program.ending import listed
from snippets.engine.program.program import Program
from snippets.engine.runs.library import Library
from snippets.engine.runs.record import Record

HOW = {"varies": "varies", "unordered": "in any order"}
ENDED = "No message at all"


def programs(root: Path, library: Library, lessons: Sequence[Lesson]) -> list[str]:
    """A section for each lesson: its programs in its order, each with what it shows and what is special about it."""
    rows = []
    sound = {program.name: program for program in course.sound(library)}
    for lesson in lessons:
        links: dict[str, str] = {}
        for fence, _, address in _sections(root, sound, lesson):
            links.setdefault(fence.file, f"[{code(fence.file.partition('/')[2])}]({address})")
        rows += [f"## {lesson.title}", ""] * bool(links)
        rows += [row for name, link in links.items() for row in (link, f":   {_purpose(sound[name])}", "")]
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


def _purpose(program: Program) -> str:
    """What a program shows, as its first line says, what it declares of its end and its output, and where to get it."""
    declared = program.declaration
    facts = [plain(program.source.split("\n", 1)[0].strip('"'))]
    for pythons, ends in listed(declared.ends):
        if ends != "ok":
            where = f" on Python {plain(pythons)}" if pythons else ""
            facts.append(f"**{ending_of(ends, declared.timeout)}{where}**")
    if declared.output != "exact":
        facts.append(f"*{HOW[declared.output]}: {plain(declared.because)}*")
    file = program.name.partition("/")[2]
    facts.append(f'[download]({FOLDER}/{program.name}){{ download="{file}" aria-label="download {file}" }}')
    return " · ".join(facts)


def errors(root: Path, library: Library, lessons: Sequence[Lesson]) -> list[str]:
    """A section for each type of exception, and one for endings; each message with the sections that show it.

    Messages that differ only in their numbers are one, shown as it was printed first.
    """
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
    rows = []
    for kind, keys in groupby(sorted(first, key=lambda key: (not key[0], key)), key=lambda key: key[0]):
        rows += [f"## {kind or ENDED}", ""]
        rows += [row for key in keys for row in (code(first[key]), *(f":   {link}" for link in links[key]), "")]
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
        lambda _, material: programs(material.root, material.library, _lessons(material)),
        nothing_behind("programs"),
        is_of_all=True,
    ),
    Directive(
        "errors",
        lambda _, material: errors(material.root, material.library, _lessons(material)),
        nothing_behind("errors"),
        is_of_all=True,
    ),
)
