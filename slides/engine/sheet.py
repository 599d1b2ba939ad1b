"""The cheat sheet of a lesson: its key points, and the program that its deck's closing slide names, on one page."""

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown

from content.engine.course import texts
from content.engine.course.lesson import key_points
from content.engine.fence.extension import place
from content.engine.fence.header import Place
from slides.engine import handout, occasion, outline


def program_of(path: Path) -> str:
    """The most important program of a lesson: what the last slide that names one says; empty if none does."""
    named = [slide.program for slide in outline.read(texts.read(path)) if slide.program]
    return named[-1] if named else ""


def sources(root: Path, path: Path) -> str:
    """All that a deck's cheat sheet is made of, and the deck is not: the page of its lesson, and the program."""
    files = [_lesson(root, path), root / "snippets" / (program_of(path) or ".")]
    return "\0".join(texts.read(file) for file in files if file.is_file())


def render(
    root: Path, path: Path, extensions: Sequence[Any], configs: Mapping[str, Any], told: occasion.Occasion
) -> str:
    """The cheat sheet of the lesson whose deck is at `path`, as a page to be printed."""
    text = texts.read(_lesson(root, path))
    title = texts.title(text)
    parts = [
        f"# {title}",
        str(texts.front_matter(text).get("description", "")),
        "## Key points",
        key_points(text),
    ]
    if program := program_of(path):
        parts += [f"## {_says(root, program)}", f'```python exec="on" file="{program}"\n```']
    changed = {**configs, "toc": {**configs.get("toc", {}), "permalink": False}}
    token = place.set(Place(f"slides/decks/{path.name}", 1, "lesson"))
    try:
        html = Markdown(extensions=list(extensions), extension_configs=changed).convert("\n\n".join(parts))
    finally:
        place.reset(token)
    body = f'<main class="reveal">{occasion.above(told)}{html}{occasion.where(told, "The whole lesson:")}</main>'
    name = f"{title}: cheat sheet"
    return handout.on_paper(name, "sheet", body, ("deck.css", "program.css", "paper/sheet.css"), handout.a4(name))


def _lesson(root: Path, path: Path) -> Path:
    return root / "content" / "lessons" / path.name


def _says(root: Path, program: str) -> str:
    """The first line of a program's docstring, without its full stop."""
    said = ast.get_docstring(ast.parse(texts.read(root / "snippets" / program))) or program
    return said.split("\n")[0].removesuffix(".")
