"""Markdown extension: a fence shows a program of `snippets/` and the output of its real run.

The fence is markdown-exec's; the formatter in its table `formatters["python"]` becomes ours. A preprocessor looks at
every fence first, since superfences drops fences that it does not understand and knows no line numbers.
"""

from collections.abc import Iterable
from contextvars import ContextVar
from html import escape
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown_exec import base_format, formatters

from content.engine.fence.header import Place, check, embed_of, scan
from content.engine.fence.html import program_html
from content.engine.fence.scan import comments, lines_of
from snippets.engine.program.problem import Problem
from snippets.engine.runs.library import library_of

ROOT = Path(__file__).resolve().parents[3]
place: ContextVar[Place] = ContextVar("place")


class ExecFences(Preprocessor):
    """Puts a message in place of each fence that cannot be shown, and leaves the others to superfences."""

    def __init__(self, md: Markdown, root: Path) -> None:
        super().__init__(md)
        self.root = root

    def run(self, lines: list[str]) -> list[str]:
        """Replace, from the last to the first, so that the places of the others stay true."""
        here = place.get(Place())
        lines = without_hidden_fences(lines)
        for fence in reversed(scan("\n".join(lines), here)):
            problems = check(fence, here, library_of(self.root))
            if problems:
                first, last = fence.block.first, fence.block.last
                html = self.md.htmlStash.store(problem_html("This cannot be shown", problems))
                lines[first : (first if last is None else last) + 1] = [fence.block.margin + html]
        return lines


def without_hidden_fences(lines: list[str]) -> list[str]:
    """Leave out each comment that holds a line of ticks: superfences would take fences within it for fences."""
    for comment in comments(lines_of("\n".join(lines))):
        first, last = comment.start, comment.stop - 1
        if any(line.lstrip(" >").startswith(("```", "~~~")) for line in lines[first:last]):
            before, after = lines[first].rpartition("<!--")[0], lines[last].partition("-->")[2]
            lines[first : last + 1] = [before, *[""] * (last - first - 1), after]
    return lines


def problem_html(title: str, problems: Iterable[Problem]) -> str:
    """What an author sees in place of what cannot be shown."""
    texts = "".join(f"<pre>{escape(str(problem))}</pre>" for problem in problems)
    return f'<div class="admonition failure run-problem"><p class="admonition-title">{escape(title)}</p>{texts}</div>'


class FenceExtension(Extension):
    """Registers the preprocessor, and our formatter with markdown-exec. `root` is the folder of the course."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"root": [str(ROOT), "The folder that holds snippets/."]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after whitespace is normalised (30) and before superfences takes the fences out (25)."""
        md.preprocessors.register(ExecFences(md, Path(self.getConfig("root"))), "exec_fences", 27)
        formatters["python"] = _format


def _format(md: Markdown, **options: Any) -> str:
    """Stand in for markdown-exec's own formatter; escapes for itself, hence `html`."""
    fences = md.preprocessors["exec_fences"]
    assert isinstance(fences, ExecFences)
    library = library_of(fences.root)

    def run(_: str, **given: Any) -> str:
        here = place.get(Place())
        return program_html(md, library.record(given["file"]), embed_of(given), library.cache, here)

    return str(base_format(language="python", run=run, md=md, **{**options, "html": True}))


def makeExtension(**kwargs: Any) -> FenceExtension:
    """Python-Markdown's entry point."""
    return FenceExtension(**kwargs)
