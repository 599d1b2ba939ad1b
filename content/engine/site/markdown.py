"""A page as plain Markdown, for readers without a browser: people at a terminal, language models.

Each fence that shows a program becomes the program and what it printed, each exercise its text. What only our
extensions of Markdown understand (boxes, attributes, formulas) becomes what every reader of Markdown does.
"""

import re
from collections.abc import Iterator
from html import unescape

from content.engine.directives.extension import Registry
from content.engine.fence import scheduler
from content.engine.fence.figures import drawn
from content.engine.fence.header import Embed, Place, scan
from content.engine.fence.html import LATE, ending_of, repeated
from content.engine.fence.output import caption, labelled, shown, to_text
from content.engine.fence.scan import blocks, comments, fenced, lines_of
from snippets.engine.process.run import Run
from snippets.engine.program.problem import ProblemError
from snippets.engine.program.program import Program
from snippets.engine.runs.library import Library, library_of
from snippets.engine.runs.record import Record

BOX = re.compile(r'(?P<margin>[ >]*)(?:!!!|\?\?\?\+?) +(?P<kind>[\w-]+)[\w -]*(?:"(?P<title>.*)")? *')
ITEM = re.compile(r"<li\b[^>]*>")
TAG = re.compile(r"</?(?:div|li|nav|ol|section|span|ul)\b[^>]*>")  # of a block of HTML that is written as Markdown
SIGNS = ("{", "`#!", "<!--")  # of what is replaced
STEP = "    "  # by which the text of a box is indented
LANGUAGE = re.compile(r"[\w+#-]+")
REPLACED = [
    (re.compile(r"^( *#+ .*?) *\{[:#. ][^{}]*\} *$"), r"\1"),  # the attributes of a heading
    (re.compile(r'(\]\([^()\s]*)\)\{ \.source title="([^"{}]*)" \}'), r'\1 "\2")'),  # the details of a source
    (re.compile(r"(\]\([^()\s]*\))\{[:#. ][^{}]*\}"), r"\1"),  # those of a link
    (re.compile(r"([`)]) \{ #[\w-]+ \}$"), r"\1"),  # the anchor of a term
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"`#!math ([^`]+)`"), r"$\1$"),
    (re.compile(r"`#!\w+ ([^`]+)`"), r"`\1`"),
]


def page(text: str, registry: Registry) -> str:
    """The Markdown of a page of a course; `text` is that of its file below the front matter.

    What cannot be shown is left out, as a build tells of it anyhow.
    """
    lines = _without_boxes(registry.expanded("\n".join(_without_comments(lines_of(text)))).split("\n"))
    lines = _with_programs(_simple(lines), library_of(registry.material.root))
    return "\n".join(lines).strip("\n") + "\n"


def _without_comments(lines: list[str]) -> list[str]:
    """Leave out the comments of several lines, in which fences show nothing."""
    hidden = {number for comment in comments(lines) for number in comment}
    return [line for number, line in enumerate(lines) if number not in hidden]


def _without_boxes(lines: list[str]) -> list[str]:
    """Give each box, folded or not, its title in bold and its text without indentation."""
    code, new, number = fenced(lines), list[str](), 0
    while number < len(lines):
        box = None if number in code else BOX.fullmatch(lines[number])
        number += 1
        if not box:
            new.append(lines[number - 1])
            continue
        margin, first = box["margin"], number
        while number < len(lines) and (not lines[number].strip() or lines[number].startswith(margin + STEP)):
            number += 1
        body = [margin + line.removeprefix(margin + STEP) if line.strip() else "" for line in lines[first:number]]
        new += ["", f"{margin}**{box['title'] or box['kind'].capitalize()}**", "", *_without_boxes(body)]
    return new


def _simple(lines: list[str]) -> list[str]:
    """Reduce the headers of fences to their language, drop attributes, and leave no two empty lines in a row."""
    for block in blocks(lines):
        if not block.names_program:
            language = LANGUAGE.search(block.info)
            lines[block.first] = block.margin + block.ticks + (language[0] if language else "")
    code, new = fenced(lines), list[str]()
    for number, line in enumerate(lines):
        text = line if number in code else _without_markup(line)
        if text.strip() or number in code or (new and new[-1].strip()):
            new.append(text)
    return new


def _without_markup(line: str) -> str:
    """A line of prose without what only our extensions understand."""
    if any(sign in line for sign in SIGNS):
        for pattern, text in REPLACED:
            line = pattern.sub(text, line)
    if line.lstrip().startswith("<"):
        line = TAG.sub("", ITEM.sub("- ", line))
    return line


def _with_programs(lines: list[str], library: Library) -> list[str]:
    for fence in reversed(scan("\n".join(lines), Place())):
        margin, last = fence.block.margin, fence.block.last
        new = list(_shown(fence.embed, library)) if fence.embed else []
        end = (fence.block.first if last is None else last) + 1
        lines[fence.block.first : end] = [margin + line if line else margin.rstrip() for line in new]
    return lines


def _shown(embed: Embed, library: Library) -> list[str]:
    """What a fence asks for, as lines; none if it cannot be shown."""
    try:
        record = library.record(embed.file)
        pieces = list(_source(record.program, embed)) if embed.show in ("both", "source") else []
        if embed.show in ("both", "output") or not record.runs:
            pieces += [*(_given(record.program) if record.runs else []), *_outputs(record)]
        if embed.figure == "scheduler" and record.orders:
            pieces += ["", *scheduler.plain(record.orders, embed.challenge)]
        elif embed.figure and record.runs:
            pieces += ["", _words(drawn(embed.figure, record.program.name, record.runs[0]))]
    except (ProblemError, LookupError, ValueError):
        return []
    return pieces[1:]


def _source(program: Program, embed: Embed) -> Iterator[str]:
    part = f", the part `{embed.part}`" if embed.part else ""
    yield from ["", f"Program `{program.name}`{part}:", ""]
    yield from _listing("python", program.text_of(embed.part) if embed.part else program.source)
    if embed.notes:
        noted = (program.text_of(name).partition("\n")[0] for name in embed.notes)
        yield from [
            "",
            "The notes are on these lines, in this order: " + ", ".join(f"`{line}`" for line in noted) + ".",
        ]


def _given(program: Program) -> Iterator[str]:
    """The command that runs a program as the course did, where it is given anything."""
    if program.declaration.is_anything:
        yield from ["", "Run by:", ""]
        yield from _listing("sh", repeated(f"snippets/{program.name}", program.declaration))


def _outputs(record: Record) -> Iterator[str]:
    outputs = list(labelled(record))
    if len(outputs) > 1:
        yield from ["", f"{caption(record)}."]
    for label, run in outputs:
        which = f", {label}" if len(outputs) > 1 else ""
        yield from ["", f"Output of `{record.program.name}`{which}:", ""]
        yield from _listing("text", to_text(run.output)) if run.output else ["It printed nothing."]
        yield from ["", _facts(record.program, run)]
    for line in [*record.unshown, *([f"{record.absent}."] if record.absent else [])]:
        yield from ["", line]


def _words(figure: str) -> str:
    """The text alternative of a figure; where there is no figure, what stands in its place."""
    label = re.search('aria-label="([^"]*)"', figure)
    return f"Figure: {unescape(label[1])}" if label else unescape(re.sub("<[^>]*>", "", figure))


def _facts(program: Program, run: Run) -> str:
    declared = program.declaration
    how = "ended well" if run.ended == "ok" else ending_of(run.ended, declared.timeout)
    because = f" · {declared.output}: {declared.because}" if declared.because else ""
    how += f" · {LATE}" if run.late else ""
    if run.interrupted:
        how += f" · Ctrl-C after {run.interrupted:.2f} s, below line {shown(run).pressed}"
    return f"({how} · {run.seconds:.2f} s · Python {run.python} · {run.machine}{because})"


def _listing(language: str, text: str) -> list[str]:
    """Text in a fence that is longer than any that stands in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return [ticks + language, *text.removesuffix("\n").split("\n"), ticks]
