"""MkDocs' adapter, and nothing more: run what changed, report what is wrong, hand the decks to the site."""

import logging
import os
import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

from content.engine.course import course, lesson, texts
from content.engine.directives import extension
from content.engine.directives.extension import Registry
from content.engine.directives.parts import Made, Part
from content.engine.fence.extension import place
from content.engine.site import (
    additions,
    finish,
    joined,
    markdown,
    rendered,
    repository,
    search,
    templates,
)
from content.engine.site.apart import apart
from snippets.engine.program.problem import ProblemError
from snippets.engine.runs.library import Library, library_of
from snippets.engine.runs.progress import shown

log = logging.getLogger("mkdocs.course")  # below `mkdocs`, so that --strict counts its warnings
navigation: ContextVar[Navigation] = ContextVar("navigation")
added: ContextVar[list[Made]] = ContextVar("added")


def root_of(config: MkDocsConfig) -> Path:
    """The root of the course: the folder of its mkdocs.yml, or, where that came from a pipe, the current one."""
    return _folder(config.config_file_path or "")


@cache
def _folder(file: str) -> Path:
    return Path(file).resolve().parent if os.path.isfile(file) else Path.cwd()


def parts_of(config: MkDocsConfig) -> list[Part]:
    """The further parts of the course, such as its slides."""
    return extension.parts_named(config.mdx_configs.get(extension.NAME, {}).get("parts", ()))


def registry_of(config: MkDocsConfig, page: Page | None = None) -> Registry:
    """The lines `:::` that the course knows, as they are on a page."""
    given = config.mdx_configs.get(extension.NAME, {})
    return extension.registry_of(
        root_of(config), given.get("order", ()), given.get("parts", ()), page.file.src_uri if page else ""
    )


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the course is being served."""
    additions.serving.set(command == "serve")


def on_config(config: MkDocsConfig) -> None:
    """Tell our Markdown extension which course this is, and pages where they are edited.

    `repo_url` stays unset: with it, Material's header would ask GitHub how many stars there are, for every reader.
    """
    of_fences = config.mdx_configs.setdefault("content.engine.fence.extension", {})
    of_fences["root"] = str(root_of(config))
    if not config.use_directory_urls:
        of_fences["help"] = re.sub(r"/(?=#|$)", ".html", of_fences.get("help", ""))
    config.mdx_configs.setdefault(extension.NAME, {})["order"] = lesson.slugs_in(config.nav)
    config.theme.static_templates.discard("sitemap.xml")  # ours tells no dates: MkDocs' those of the build
    try:
        config.edit_uri = config.edit_uri or repository.editing(root_of(config))
    except ValueError as error:
        raise ConfigurationError(str(error)) from error


def on_pre_build(config: MkDocsConfig) -> None:
    """Run what changed, in parallel, and report every problem of the course at once.

    Raises PluginError, which ends the build, where MkDocs could not read a page anyway.
    """
    root = root_of(config)
    texts.hold()
    if unreadable := list(course.unreadable(root)):
        raise PluginError("\n".join(map(str, unreadable)))
    library = library_of(root)
    library.hold()
    try:
        is_first = not library.cache.folder.is_dir()
        with shown() as progress, _got_ready(config, library) if is_first else nullcontext() as finished:
            library.prepare(course.programs(root, library), progress, beside=finished)
    except ProblemError as error:
        raise PluginError(str(error)) from error
    _tell(config, root, library)
    library.cache.sweep()


def _got_ready(config: MkDocsConfig, library: Library) -> AbstractContextManager[Callable[[], None]]:
    """Meanwhile, make and keep what takes time and depends on no run."""

    def make() -> None:
        additions.drawn(config.site_name, config.site_description or "", library.cache)
        templates.compile_all(config.theme.get_env(), config.theme.static_templates, library.cache)

    return apart(make)


def _tell(config: MkDocsConfig, root: Path, library: Library) -> None:
    """Warn of every problem, once; say which runs did not show what they should, and which pages are drafts."""
    found = [*course.problems(root, library), *registry_of(config).problems_of_pages()]
    found += (problem for part in parts_of(config) for problem in part.problems(root, library))
    for problem in dict.fromkeys(found):
        log.warning("%s", problem)
    for warning in library.warnings:
        log.warning("%s", warning)
    for name in course.programs(root, library):
        for line in library.record(name).unshown:
            log.info("snippets/%s:1: %s For another try: python -m snippets run --fresh %s", name, line, name)
    for path in lesson.drafts(root):
        log.info("%s is a draft, and its page says so.", path)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add programs and all else to the site, and what the parts of the course make: links to them are checked, too."""
    root, library = root_of(config), library_of(root_of(config))
    lessons = {slug: file.url for file in files if (slug := _lesson_of(file))}
    rendering = config.markdown_extensions, config.mdx_configs
    given = root, library, rendering, lessons, additions.about(config, root)
    made = list(additions.made(root, config.site_name, config.site_description or "", library))
    made += (one for part in parts_of(config) for one in part.files(*given))
    added.set(made)
    for one in made:
        files.append(additions.file_of(one, config))


def _lesson_of(file: File) -> str:
    """The slug of the lesson whose page a file is; empty if it is none."""
    path = Path(file.src_uri)
    return path.stem if path.parent.as_posix() == "lessons" and path.suffix == ".md" else ""


def on_nav(nav: Navigation, **_: Any) -> None:
    """Remember the order of the pages."""
    navigation.set(nav)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Remember which file is rendered, and where its text begins; render it only if something changed."""
    text = templates.source_of(page)
    first_line = text[: text.rfind(markdown)].count("\n") + 1 if markdown in text else 1
    path = Path(config.docs_dir).resolve() / page.file.src_uri
    root = root_of(config)
    here = replace(texts.place_of(root, path), first_line=first_line)
    place.set(replace(here, site=root_seen_from(page.url), repository=repository.address(root)))
    rendered.keep(page, registry_of(config, page), library_of(root))


def root_seen_from(url: str) -> str:
    """The root of the site as a page sees it: what the address of anything in the site begins with."""
    return f"{get_relative_url('.', url)}/"


@event_priority(-50)  # after the search, which writes its index then
def on_post_build(config: MkDocsConfig) -> None:
    """Mend what Material's search finds. The next build looks at every program again."""
    search.mend(Path(config.site_dir), registry_of(config).material)
    library_of(root_of(config)).release()
    texts.release()


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Label a draft; link a lesson and what the parts of the course have beside it; spare browsers work."""
    if lesson.is_draft(templates.source_of(page)):
        html = lesson.labelled(html)
    slug = _lesson_of(page.file)
    for part in parts_of(config) if slug else ():
        beside = files.get_file_from_path(part.beside(slug))
        if beside:
            address = get_relative_url(beside.url, page.url)
            beside.content_string, html = part.linked(beside.content_string, html, address)
    return finish.settled(html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell the templates what they ask for, and where they are kept. Look at aliases, and at the links of the parts.

    Join the style sheets. Add what crawlers look for, now that every page has its title.
    """
    env.bytecode_cache = templates.Compiled(library_of(root_of(config)).cache)
    env.globals.update(templates.asked(root_of(config), registry_of(config)))
    joined.join(env, config, files)
    finish.explain(files, config.extra.get("glossary", ""))
    found = [*additions.wrong_links(root_of(config), [made for made in added.get() if made.origin], files)]
    for problem in [*found, *search.problems(root_of(config), search.sections(files))]:
        log.warning("%s", problem)
    if theirs := files.get_file_from_path("sitemap.xml"):
        files.remove(theirs)  # MkDocs would copy its template
    for name, text in templates.for_crawlers(env, config, navigation.get(), files).items():
        files.append(File.generated(config, name, content=text))


def on_post_page(html: str, page: Page, config: MkDocsConfig) -> str:
    """Number the lessons in the navigation.

    Write the page as Markdown, too, where its source is called so: links between sources hold between these.
    """
    text = markdown.page(page.markdown or "", registry_of(config, page))
    if lesson.is_draft(templates.source_of(page)):
        text = lesson.labelled_markdown(text)
    write_file(text.encode(), str(Path(config.site_dir) / page.file.src_uri))
    return finish.numbered(html, page.url, lesson.slugs_in(config.nav))
