"""Markdown extension: a fence shows a program of `snippets/` and the output of its real run.

The fence is markdown-exec's; the formatter in its table `formatters["python"]` becomes ours. A preprocessor looks at
every fence first, since superfences drops fences that it does not understand and knows no line numbers. A postprocessor
looks at the end whether each was shown, since superfences says nothing of an exception, nor of a fence that Markdown
took for something else.
"""

import logging
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown_exec import base_format, formatters

from content.engine.fence.address import anchor_of
from content.engine.fence.check import advice_of, check
from content.engine.fence.header import Embed, Fence, Place, embed_of, scan
from content.engine.fence.html import program_html
from content.engine.fence.scan import comments, lines_of
from snippets.engine.program.problem import Problem
from snippets.engine.runs.library import library_of

ROOT = Path(__file__).resolve().parents[3]
place: ContextVar[Place] = ContextVar("place")
log = logging.getLogger("mkdocs.course")  # below `mkdocs`, so that a strict build counts its warnings


class ExecFences(Preprocessor):
    """Puts a message in place of each fence that cannot be shown, and leaves the others to superfences."""

    def __init__(self, md: Markdown, root: Path, how: str) -> None:
        super().__init__(md)
        self.root = root
        self.how = how
        self.waiting: list[Fence] = []  # those that are still to be shown
        self.shown: list[tuple[Fence, str]] = []  # those that were, each with its HTML

    def run(self, lines: list[str]) -> list[str]:
        """Replace, from the last to the first, so that the places of the others stay true."""
        here = place.get(Place())
        lines = without_hidden_fences(lines)
        self.waiting, self.shown = [], []
        for fence in reversed(scan("\n".join(lines), here)):
            problems = check(fence, here, library_of(self.root))
            if problems:
                first, last = fence.block.first, fence.block.last
                html = self.md.htmlStash.store(problem_html("This cannot be shown", problems))
                lines[first : (first if last is None else last) + 1] = [fence.block.margin + html]
            else:
                self.waiting.insert(0, fence)
        return lines

    def next(self, embed: Embed) -> Fence:
        """The fence that asks for this and is shown now. Raises LookupError with advice if none does."""
        for fence in self.waiting:
            if fence.embed == embed:
                self.waiting.remove(fence)
                return fence
        raise LookupError(f"A fence that shows {embed.file} was not understood. Look at its quotes.")

    def left_out(self, html: str) -> list[Fence]:
        """The fences that a text, when all is done, does not show: Markdown may have put back what they were."""
        lost = [fence for fence, shown in self.shown if shown not in html]
        return sorted([*self.waiting, *lost], key=lambda fence: fence.line)


class UnshownFences(Postprocessor):
    """Tells of the fences that were left as text, once all else is done."""

    def __init__(self, md: Markdown, fences: ExecFences) -> None:
        super().__init__(md)
        self.fences = fences
        self.is_last = False  # the table of contents has the text of each heading pass through here before

    def run(self, text: str) -> str:
        """Add a message for each of them at the end of the text."""
        if not self.is_last:
            return text
        self.is_last = False
        what = "The fence was left as text: Markdown took it for something else, such as indented code."
        advice = "Move it to the margin, or give it the indentation of the text that it belongs to."
        left = [Problem(place.get(Place()).path, fence.line, what, advice) for fence in self.fences.left_out(text)]
        return "\n".join([text, *map(told, left)])


class AllTreesDone(Treeprocessor):
    """Says so to what comes after all others."""

    def __init__(self, md: Markdown, last: UnshownFences) -> None:
        super().__init__(md)
        self.last = last

    def run(self, _root: Element) -> None:
        """Leave the document as it is."""
        self.last.is_last = True


def without_hidden_fences(lines: list[str]) -> list[str]:
    """Leave out each comment that holds a line of ticks: superfences would take fences within it for fences."""
    for comment in comments(lines_of("\n".join(lines))):
        first, last = comment.start, comment.stop - 1
        if any(line.lstrip(" >").startswith(("```", "~~~")) for line in lines[first:last]):
            before, after = lines[first].rpartition("<!--")[0], lines[last].partition("-->")[2]
            lines[first : last + 1] = [before, *[""] * (last - first - 1), after]
    return lines


def told(problem: Problem) -> str:
    """Warn of a problem that only rendering shows; what an author sees in place of what is not shown."""
    log.warning(str(problem))
    return problem_html("This was not shown", [problem])


def problem_html(title: str, problems: Iterable[Problem]) -> str:
    """What an author sees in place of what cannot be shown."""
    texts = "".join(f"<pre>{escape(str(problem))}</pre>" for problem in problems)
    return f'<div class="admonition failure run-problem"><p class="admonition-title">{escape(title)}</p>{texts}</div>'


class FenceExtension(Extension):
    """Registers the preprocessor, and our formatter with markdown-exec. `root` is the folder of the course."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "root": [str(ROOT), "The folder that holds snippets/."],
            "help": ["", "Where the site tells how to run programs, as seen from its root."],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after whitespace is normalised (30) and before superfences takes the fences out (25)."""
        fences = ExecFences(md, Path(self.getConfig("root")), self.getConfig("help"))
        md.preprocessors.register(fences, "exec_fences", 27)
        last = UnshownFences(md, fences)
        md.treeprocessors.register(AllTreesDone(md, last), "all_trees_done", -100)
        md.postprocessors.register(last, "unshown_fences", -100)
        formatters["python"] = _format


def _format(md: Markdown, **options: Any) -> str:
    """Stand in for markdown-exec's own formatter; escapes for itself, hence `html`."""
    fences = md.preprocessors["exec_fences"]
    assert isinstance(fences, ExecFences)
    library = library_of(fences.root)

    def run(_: str, **given: Any) -> str:
        here = replace(place.get(Place()), help=fences.how)
        line = here.first_line
        try:
            embed = embed_of(given)
            fence = fences.next(embed)
            line = fence.line
            number = 1 + sum(other.file == fence.file for other, _ in fences.shown)
            anchor = "" if here.kind == "deck" else anchor_of(fence.file, number)
            html = program_html(md, library.record(embed.file), embed, library.cache, here, anchor)
        except LookupError as error:
            return told(Problem(here.path, line, *advice_of(error)))
        except Exception as error:  # superfences would drop it, and leave the fence as text
            log.debug("What rendering a fence raised:", exc_info=error)
            what = f"Showing {given.get('file')} failed: {type(error).__name__}: {error}."
            return told(Problem(here.path, line, what, "Run the build with --verbose to see where."))
        fences.shown.append((fence, html))
        return html

    return str(base_format(language="python", run=run, md=md, **{**options, "html": True}))


def makeExtension(**kwargs: Any) -> FenceExtension:
    """Python-Markdown's entry point."""
    return FenceExtension(**kwargs)
