"""MkDocs' adapter, and nothing more: run what changed, report what is wrong, hand the decks to the site."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from content import course
from content.fence import place
from slides import deck
from snippets.library import library_of
from snippets.progress import shown

log = logging.getLogger("mkdocs.course")  # below `mkdocs`, so that --strict counts its warnings


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the course: that of its mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent


def on_config(config: MkDocsConfig) -> None:
    """Tell our Markdown extension which course this is."""
    config.mdx_configs.setdefault("content.fence", {})["root"] = str(root_of(config))


def on_pre_build(config: MkDocsConfig) -> None:
    """Run what changed, in parallel, and report every problem of the course at once."""
    root = root_of(config)
    library = library_of(root)
    with shown() as progress:
        library.prepare(course.programs(root, library), progress)
    found = [*course.problems(root, library), *deck.problems(root, library)]
    for problem in dict.fromkeys(found):
        log.warning("%s", problem)
    for warning in library.warnings:
        log.warning("%s", warning)
    library.cache.sweep()


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the decks and what they load to the site, so that links to them are checked as any others."""
    root = root_of(config)
    markdown: dict[str, Any] = {"extensions": config.markdown_extensions, "configs": config.mdx_configs}
    for path in deck.outlines(root):
        html = deck.render(root, path, lesson=f"../../lessons/{path.stem}/", **markdown)
        files.append(File.generated(config, f"slides/{path.stem}/index.html", content=html))
    for name, source in deck.assets().items():
        files.append(File.generated(config, f"slides/assets/{name}", abs_src_path=str(source)))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Remember which file is being rendered and where its text begins, below the front matter."""
    text = page.file.content_string
    first_line = text[: text.rfind(markdown)].count("\n") + 1 if markdown in text else 1
    path = Path(str(page.file.abs_src_path)).resolve()
    place.set(replace(course.place_of(root_of(config), path), first_line=first_line))
