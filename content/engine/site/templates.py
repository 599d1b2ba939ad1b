"""The templates of the theme: what they ask for beside what MkDocs tells them, and two of ours for crawlers.

They are compiled once and kept: that takes a sixth of a build of which all else is kept.
"""

import hashlib
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.meta import find_referenced_templates
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from content.engine.course import exercise, texts
from content.engine.directives.extension import Registry
from content.engine.site import repository
from snippets.engine.runs.cache import Cache

BY = (version("jinja2"), sys.version)  # what compiles, and for whom
FOR_CRAWLERS = ("llms.txt", "sitemap.xml")  # the one leads to the pages as Markdown


def asked(root: Path, registry: Registry) -> dict[str, Any]:
    """When a page last changed, which exercises there are, and where the course is published."""
    return {
        "last_change": _last_change(root, registry),
        "search_is_mended": True,
        "exercises": exercise.by_lesson(root),
        "repository": repository.address(root),
        "codespace": repository.codespace(root),
    }


def _last_change(root: Path, registry: Registry) -> Callable[[Page], date | None]:
    days = repository.days(root)

    def last_change(page: Page) -> date | None:
        day = repository.last(days, page.file.src_uri, registry.asks_for_all(source_of(page)))
        return date.fromisoformat(day) if day else None

    return last_change


def source_of(page: Page) -> str:
    """The text of the file that a page is made of, with its front matter."""
    return texts.read(Path(page.file.abs_src_path)) if page.file.abs_src_path else page.file.content_string


def for_crawlers(env: Environment, config: MkDocsConfig, nav: Navigation, files: Files) -> dict[str, str]:
    """The texts of the files that crawlers look for at the root of a site, by their names, in place of those of MkDocs.

    Those tell dates, of the build. There is none where the theme has no template for it, or that says nothing, for want
    of the site's address.
    """
    urls = sorted(file.url.removeprefix("./") for file in files if Path(file.dest_uri).name == "index.html")
    made: dict[str, str] = {}
    for name in FOR_CRAWLERS:
        with suppress(TemplateNotFound):
            made[name] = env.get_template(f"{name}.html").render(config=config, nav=nav, urls=urls).strip()
    return {name: f"{text}\n" for name, text in made.items() if text}


class Compiled(BytecodeCache):
    """Keeps what Jinja made of each template where runs are kept, by its text, this Jinja and this Python."""

    def __init__(self, kept: Cache) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over what is kept of a template; Jinja compiles it where nothing is, or nothing that it can read."""
        try:
            bucket.bytecode_from_string(b64decode(self._kept.text(_digest(bucket)) or "", validate=True))
        except Exception:  # whatever a damaged file makes of the two formats that lie in one another here
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja made of a template, where that can be written."""
        self._kept.put_text(_digest(bucket), b64encode(bucket.bytecode_to_string()).decode())


def compile_all(env: Environment, names: Iterable[str], kept: Cache) -> None:
    """Compile the template of a page, ours, those of further names, and all that these name, so that they are kept.

    What cannot be compiled here is compiled when a page asks for it, which is then told what is wrong.
    """
    env.bytecode_cache = Compiled(kept)
    waiting: list[str | None] = ["main.html", *(f"{name}.html" for name in FOR_CRAWLERS), *names]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name and name not in seen:
            seen.add(name)
            with suppress(TemplateError):
                env.get_template(name)
                waiting += find_referenced_templates(env.parse(_text(env, name)))


def _text(env: Environment, name: str) -> str:
    return env.loader.get_source(env, name)[0] if env.loader else ""


def _digest(bucket: Bucket) -> str:
    state = ("template", bucket.key, bucket.checksum, *BY)
    return hashlib.sha256("\0".join(state).encode()).hexdigest()
