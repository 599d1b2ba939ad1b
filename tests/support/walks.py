"""Four walks through the machinery, and the modules that one enters: those of our own of which a function is called.

`python -m tests.support.walks`, in the folder of a small course of which nothing was built yet, prints them as JSON.
"""

import inspect
import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from content.engine.fence.extension import place
from content.engine.fence.header import Place
from content.engine.site.additions import about
from slides.engine import part
from tests.support.site import ROOT
from tests.support.small import DECK, HELLO, SmallCourse, markdown

ENGINES = tuple(f"{ROOT / folder / 'engine'}/" for folder in ("snippets", "content", "slides"))
FENCE = '```python exec="on" file="greetings/{}.py"\n```\n'
OTHER = "other"  # a program that was walked with before, so that nothing is entered only because it comes first
SECTION = '<h2 id="hello">Hello</h2>\n<div class="program" data-program="greetings/hello.py"></div>'


def entered(walk: Callable[[], object]) -> list[str]:
    """The modules of which a function is called meanwhile, in any thread: their paths in the course, sorted."""
    found: set[str] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if event == "call" and code.co_flags & inspect.CO_OPTIMIZED:  # else it is the text of a module or a class
            found.add(code.co_filename)

    threading.setprofile(note)
    sys.setprofile(note)
    try:
        walk()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return sorted(Path(path).relative_to(ROOT).as_posix() for path in found if path.startswith(ENGINES))


def configuration(small: SmallCourse) -> MkDocsConfig:
    """The configuration of the course, read anew as `serve` does it."""
    config = load_config(str(small.root / "mkdocs.yml"))
    config.mdx_configs.setdefault("content.engine.fence.extension", {})["root"] = str(small.root)
    return config


def walks(small: SmallCourse) -> Iterator[tuple[str, list[str]]]:
    """The name of each walk, and the modules that it enters."""
    small.write(f"snippets/greetings/{OTHER}.py", HELLO)
    library = small.library
    library.prepare([f"greetings/{OTHER}.py"])
    yield "run", entered(lambda: library.prepare(["greetings/hello.py"]))
    library.hold()  # as in a build, which has run all programs before it renders a page
    library.prepare(library.names())
    yield "fence", fence(small)
    yield "slide", slide(small)
    library.release()
    yield "save", save(small)


def fence(small: SmallCourse) -> list[str]:
    """From the Markdown of a page that shows a program and its output, to HTML."""
    token = place.set(Place("content/lessons/greetings.md", site="../../", help="about/"))
    md = markdown(small.root)
    md.convert(FENCE.format(OTHER))
    md.reset()
    found = entered(lambda: md.convert(FENCE.format("hello")))
    place.reset(token)
    return found


def slide(small: SmallCourse) -> list[str]:
    """From the outline of a deck, whose one slide shows a program, to the deck in the site, linked with its lesson."""
    config = configuration(small)
    course = replace(about(config, small.root), order=["greetings"])

    def walk() -> None:
        rendering = config.markdown_extensions, config.mdx_configs
        made = part.files(small.root, small.library, rendering, {"greetings": "lessons/greetings/"}, course)
        deck = next(one for one in made if one.address == part.beside("greetings"))
        part.linked(str(deck.source), SECTION, "../../slides/greetings/")

    small.write("slides/decks/greetings.md", DECK.replace("hello", OTHER))
    walk()
    small.write("slides/decks/greetings.md", DECK)
    return entered(walk)


def save(small: SmallCourse) -> list[str]:
    """From the save of a program, in a course that is served, to the site."""
    config = configuration(small)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    small.write("snippets/greetings/hello.py", 'print("hello again")\n')
    return entered(lambda: build(configuration(small)))


if __name__ == "__main__":
    print(json.dumps(dict(walks(SmallCourse(Path.cwd())))))
