"""A small course of a test's own, with the machinery and the configuration of the real one."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from textwrap import dedent

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from content.engine.fence.extension import place
from content.engine.fence.header import Place
from snippets.engine.runs.library import Library, library_of
from tests.support.site import ROOT, Tree, parsed

MKDOCS = f"""\
INHERIT: {ROOT}/mkdocs.yml
site_name: Small Course
hooks: [{ROOT}/content/engine/site/hooks.py]
theme: {{ custom_dir: {ROOT}/content/overrides, favicon: assets/images/favicon.png, logo: null }}
extra_css: []
extra_javascript: []
nav: null
"""
HELLO = 'print("hello")\n'
LESSON = """\
# Greetings

```python exec="on" file="greetings/hello.py"
```
"""
DECK = """\
# Greetings {minutes="1"}

```python exec="on" file="greetings/hello.py"
```
"""


class SmallCourse:
    """A course at `root` of one lesson, `greetings`, with one program, `hello.py`, and its deck."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("mkdocs.yml", MKDOCS)
        self.write("content/index.md", "# Small Course\n")
        self.write("content/lessons/greetings.md", LESSON)
        self.write("snippets/greetings/hello.py", HELLO)
        self.write("slides/decks/greetings.md", DECK)

    @property
    def library(self) -> Library:
        """The programs of the course and their runs."""
        return library_of(self.root)

    def write(self, path: str, text: str) -> Path:
        """Write a file of the course."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text), encoding="utf-8")
        return target

    def bare(self, template: str) -> None:
        """Put a theme of one template in the place of Material's, which takes most of the time of a build."""
        own = f"name: null, custom_dir: {self.root}/theme"
        self.write("mkdocs.yml", MKDOCS.replace(f"custom_dir: {ROOT}/content/overrides", own))
        self.write("theme/main.html", template)

    def html(self, text: str, here: Place | None = None) -> str:
        """What Markdown makes of a page of the course, with the extensions of the site."""
        token = place.set(here or Place("content/page.md"))
        try:
            return markdown(self.root).convert(dedent(text))
        finally:
            place.reset(token)

    def page(self, text: str) -> Tree:
        """A page of the course as a browser reads it."""
        return parsed(self.html(text))

    def build(self, **given: str) -> subprocess.CompletedProcess[str]:
        """Build the site strictly, into `site/`; `given` is added to the environment."""
        return self.python("-m", "mkdocs", "build", "--strict", **given)

    def decks(self) -> subprocess.CompletedProcess[str]:
        """Write the decks alone, into `build/slides/`."""
        return self.python("-m", "slides")

    def python(self, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the folder of the course; `given` is added to the environment."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**environment(), **given},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


def environment() -> dict[str, str]:
    """The environment in which another folder's course finds the machinery of this one."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


def warnings(log: str) -> list[str]:
    """What a build of MkDocs warned of, sorted; each with all its lines."""
    found = re.findall(r"^WARNING -  (.*(?:\n {4}.*)*)", log, re.MULTILINE)
    return sorted(found)


@cache
def configuration() -> MkDocsConfig:
    """The configuration of the real site."""
    return load_config(str(ROOT / "mkdocs.yml"))


def markdown(root: Path) -> Markdown:
    """Markdown with the extensions of the real site, for the course at `root`."""
    config = configuration()
    configs = {**config.mdx_configs, "content.engine.fence.extension": {"root": str(root)}}
    return Markdown(extensions=list(config.markdown_extensions), extension_configs=configs)
