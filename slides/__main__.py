"""`python -m slides`: write the decks to build/slides/, without building the site."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from content.engine.course import course, texts
from content.engine.site import rendered
from content.engine.site.additions import about
from slides.engine import book, deck, handout, occasion, room, sheet, takeaway
from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.runs.library import library_of
from snippets.engine.runs.progress import shown


def main(root: Path, standalone: bool = False, pdf: bool = False) -> int:
    """Write every deck of the course at `root`; report all problems and return 1 where there are any."""
    config = load_config(str(root / "mkdocs.yml"))
    if unreadable := list(course.unreadable(root)):
        raise ProblemError(*unreadable)
    library = library_of(root)
    with shown() as progress:
        library.prepare(course.programs(root, library), progress)
    found = sorted({*course.problems(root, library), *deck.problems(root, library)})
    for line in [*found, *library.warnings]:
        print(line, file=sys.stderr)
    if found:
        return 1
    config.mdx_configs.setdefault("content.engine.fence.extension", {})["root"] = str(root)
    return _write_all(root, config, deck.assets(library.cache), standalone, pdf)


def _write_all(root: Path, config: MkDocsConfig, assets: deck.Assets, standalone: bool, pdf: bool) -> int:
    """Write every deck and what is asked for of it; return 1 where one of them shows a mistake."""
    out = root / "build" / "slides"
    written = write(root, out, config, assets)
    if written is None:
        return 1  # what is wrong was told when it was rendered
    if standalone:
        for folder in written:
            tell(root, takeaway.write_standalone(folder, assets))
    cut = print_all(root, out, config, assets, written) if pdf else []
    for problem in cut:
        print(problem, file=sys.stderr)
    return 1 if cut else 0


def print_all(
    root: Path, out: Path, config: MkDocsConfig, assets: deck.Assets, folders: Sequence[Path]
) -> list[Problem]:
    """Print each deck, its handouts and its cheat sheet into its folder, and all slides and all lessons into `out`.

    Gives what they cut of slides.
    """
    course = about(config, root)
    markdown: tuple[Any, Any] = (config.markdown_extensions, config.mdx_configs)
    pages = [(folder / "index.html").read_text(encoding="utf-8") for folder in folders]
    with takeaway.printer(assets) as printer:
        for folder in folders:
            path = root / "slides" / "decks" / f"{folder.name}.md"
            cheat_sheet = sheet.render(root, path, *markdown, occasion.of(root, path, course))
            tell(root, *printer.print_all(folder, cheat_sheet))
        tell(root, printer.print_page(handout.together(pages, course.name), out / takeaway.ALL_SLIDES))
        with TemporaryDirectory() as site:
            _build(load_config(config.config_file_path, site_dir=site))
            titles = {
                one.name: texts.title(texts.read(root / "content" / "lessons" / f"{one.name}.md")) for one in folders
            }
            tell(root, book.write(printer, Path(site), titles, course, out / takeaway.COURSE))
    return list(room.problems(root, printer.cut))


def _build(config: MkDocsConfig) -> None:
    """Build the site, as the command of MkDocs does."""
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def write(root: Path, out: Path, config: MkDocsConfig, assets: deck.Assets) -> list[Path] | None:
    """Write every deck into a folder of its own below `out`, and what they load into `assets`; name each deck.

    Gives the folders, in the order of the lessons, or None if one of the decks shows a mistake.
    """
    course = about(config, root)
    shown: dict[Path, str] = {}
    for path in deck.in_order(root, course.order):
        slides = deck.render(root, path, config.markdown_extensions, config.mdx_configs)
        slides = occasion.told(slides, occasion.of(root, path, course))
        folder = out / path.stem
        takeaway.write_digest(folder, assets, slides, sheet.sources(root, path))
        (folder / "index.html").write_text(deck.page(path, slides), encoding="utf-8")
        tell(root, folder / "index.html")
        shown[folder] = slides
    takeaway.write_digest(out, assets, *shown.values(), *book.sources(root, library_of(root)))
    (out / "assets").mkdir(exist_ok=True)
    for name, asset in assets.items():
        (out / "assets" / name).write_bytes(deck.bytes_of(asset))
    return None if any(rendered.MISTAKE in slides for slides in shown.values()) else list(shown)


def tell(root: Path, *written: Path) -> None:
    """Name files as they are written: printing takes a second each."""
    for path in written:
        print(path.relative_to(root), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m slides", description=__doc__)
    parser.add_argument("--standalone", action="store_true", help="also write each deck as one HTML file")
    parser.add_argument(
        "--pdf", action="store_true", help="also print each deck, handouts, cheat sheets, and the whole course"
    )
    try:
        sys.exit(main(Path.cwd(), **vars(parser.parse_args())))
    except (ConfigurationError, ProblemError, takeaway.CannotPrintError) as error:
        sys.exit(str(error))
