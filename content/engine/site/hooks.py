"""MkDocs' adapter, and nothing more: run what changed, report what is wrong, hand the decks to the site."""

import logging
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

from content.engine.course import course, draft, texts
from content.engine.directives import registry
from content.engine.fence.extension import place
from content.engine.site import changes, crawlers, downloads, markdown, order, pages, repository, serving
from slides.engine import deck, occasion, rendered, sections, sheet, takeaway, timetable
from snippets.engine.program.problem import ProblemError
from snippets.engine.runs.library import library_of
from snippets.engine.runs.progress import shown

log = logging.getLogger("mkdocs.course")  # below `mkdocs`, so that --strict counts its warnings


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the course: that of its mkdocs.yml."""
    return _folder(config.config_file_path)


@cache
def _folder(file: str) -> Path:
    return Path(file).resolve().parent


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the course is being served."""
    serving.serving.set(command == "serve")


def on_config(config: MkDocsConfig) -> None:
    """Tell our Markdown extension which course this is, and pages where they are edited.

    `repo_url` stays unset: with it, Material's header would ask GitHub how many stars there are, for every reader.
    """
    config.mdx_configs.setdefault("content.engine.fence.extension", {})["root"] = str(root_of(config))
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
        with shown() as progress:
            library.prepare(course.programs(root, library), progress)
    except ProblemError as error:
        raise PluginError(str(error)) from error
    found = [*course.problems(root, library), *deck.problems(root, library), *timetable.all_problems(root)]
    found += registry.problems(root, order.lessons(config.nav))
    for problem in dict.fromkeys(found):
        log.warning("%s", problem)
    for warning in library.warnings:
        log.warning("%s", warning)
    for path in draft.drafts(root):
        log.info("%s is a draft, and its page says so.", path)
    library.cache.sweep()


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the decks and what they load to the site, and the programs: links to them are checked as any others."""
    root, library = root_of(config), library_of(root_of(config))
    for name, program in downloads.programs(root).items():
        address, included = f"{downloads.FOLDER}/{name}", InclusionLevel.INCLUDED
        generated = File.generated(config, address, abs_src_path=str(program), inclusion=included)
        files.append(serving.linked(generated))
    archive = downloads.archive(root, course.sound(library), library.cache)
    files.append(File.generated(config, downloads.ARCHIVE, content=archive))
    markdown: dict[str, Any] = {"extensions": config.markdown_extensions, "configs": config.mdx_configs}
    given = occasion.course_of(config)
    shown = []
    for path in deck.in_order(root, given.lessons):
        slides = rendered.slides(root, path, library=library, **markdown)
        slides = occasion.told(slides, occasion.of(root, path, given))
        folder = f"slides/{path.stem}"
        shown.append(slides)
        offered = takeaway.made_of(root / "build" / folder, slides, sheet.sources(root, path))
        html = deck.page(path, slides, f"../../lessons/{path.stem}/", [file.name for file in offered])
        files.append(File.generated(config, f"{folder}/index.html", content=html))
        for file in offered:
            files.append(File.generated(config, f"{folder}/{file.name}", abs_src_path=str(file)))
    for file in takeaway.made_of(root / "build" / "slides", *shown):
        files.append(File.generated(config, f"slides/{file.name}", abs_src_path=str(file)))
    for name, source in deck.assets().items():
        files.append(File.generated(config, f"slides/assets/{name}", abs_src_path=str(source)))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files, **_: Any) -> str:
    """Put in what is made of the course; remember which file is rendered, and where its text begins."""
    text = source_of(page)
    first_line = text[: text.rfind(markdown)].count("\n") + 1 if markdown in text else 1
    path = Path(config.docs_dir).resolve() / page.file.src_uri
    root, lessons = root_of(config), order.lessons(config.nav)
    here = replace(course.place_of(root, path), first_line=first_line)
    place.set(replace(here, site=root_seen_from(page.url), repository=repository.address(root)))
    pages.keep(page, root, library_of(root))
    return registry.expand(timetable.expand(markdown, root, lessons, files.src_uris), root, library_of(root), lessons)


def source_of(page: Page) -> str:
    """The text of the file that a page is made of, with its front matter."""
    return texts.read(Path(page.file.abs_src_path)) if page.file.abs_src_path else page.file.content_string


def root_seen_from(url: str) -> str:
    """The root of the site as a page sees it: what the address of anything in the site begins with."""
    return f"{get_relative_url('.', url)}/"


def on_post_build(config: MkDocsConfig) -> None:
    """The next build looks at every program again."""
    library_of(root_of(config)).release()
    texts.release()


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Label a draft; lead from each section of a lesson to its slide."""
    if draft.is_draft(source_of(page)):
        html = draft.labelled(html)
    lesson = Path(page.file.src_uri)
    if lesson.parent.name != "lessons":
        return html
    deck_page = get_relative_url(f"slides/{lesson.stem}/", page.url)
    return sections.with_slides(html, deck_page, sections.of(root_of(config), lesson.stem))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell the templates when a page last changed. Add what crawlers look for, now that every page has its title."""
    days = changes.days(root_of(config))

    def last_change(page: Page) -> date | None:
        day = changes.last(days, page.file.src_uri, registry.asks(source_of(page)))
        return date.fromisoformat(day) if day else None

    env.globals["last_change"] = last_change
    _add_for_crawlers(files, config)


def _add_for_crawlers(files: Files, config: MkDocsConfig) -> None:
    """Add llms.txt and the sitemap; a site whose address is unknown has none of that."""
    if theirs := files.get_file_from_path("sitemap.xml"):
        files.remove(theirs)  # MkDocs would copy its template
    sections = order.by_section(files, config.site_url or "")
    found = {"llms.txt": crawlers.llms(config.site_name, config.site_description or "", sections)}
    if config.site_url:
        urls = sorted(file.url.removeprefix("./") for file in files if Path(file.dest_uri).name == "index.html")
        found["sitemap.xml"] = crawlers.sitemap(config.site_url + url for url in urls)
    for name, text in found.items():
        files.append(File.generated(config, name, content=text))


def on_post_page(_html: str, page: Page, config: MkDocsConfig) -> None:
    """Write the page as Markdown, too, where its source is called so: links between sources hold between these."""
    root = root_of(config)
    text = markdown.page(page.markdown or "", root, library_of(root))
    if draft.is_draft(source_of(page)):
        text = draft.labelled_markdown(text)
    write_file(text.encode(), str(Path(config.site_dir) / page.file.src_uri))
