"""`python -m slides`: write the decks to build/slides/, without building the site."""

import argparse
import shutil
import sys
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from content.engine.course import course
from content.engine.site import rendered
from slides.engine import deck, takeaway
from snippets.engine.program.problem import ProblemError
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
    if not write(root, root / "build" / "slides", config):
        return 1  # what is wrong was told when it was rendered
    take_along(root, root / "build" / "slides", standalone, pdf)
    return 0


def take_along(root: Path, out: Path, standalone: bool, pdf: bool) -> None:
    """Write what was asked for beside each deck below `out`: the deck as one file, and its PDF and handout."""
    folders = [out / path.stem for path in deck.outlines(root)]
    if standalone:
        for folder in folders:
            tell(root, takeaway.write_standalone(folder))
    if pdf:
        with takeaway.printer() as printer:
            for folder in folders:
                tell(root, *printer.print_all(folder))


def write(root: Path, out: Path, config: MkDocsConfig) -> bool:
    """Write every deck into a folder of its own below `out`, and what they load into `assets`; name each deck.

    False if one of them shows a mistake.
    """
    sound = True
    for path in deck.outlines(root):
        slides = deck.render(root, path, config.markdown_extensions, config.mdx_configs)
        sound = sound and rendered.MISTAKE not in slides
        folder = out / path.stem
        if folder.exists() and not takeaway.made_of(folder, slides):
            shutil.rmtree(folder)  # what was taken along of an older deck is not of this one
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(deck.page(path, slides), encoding="utf-8")
        (folder / takeaway.MADE_OF).write_text(takeaway.digest(slides), encoding="utf-8")
        tell(root, folder / "index.html")
    (out / "assets").mkdir(exist_ok=True)
    for name, source in deck.assets().items():
        shutil.copyfile(source, out / "assets" / name)
    return sound


def tell(root: Path, *written: Path) -> None:
    """Name files as they are written: printing takes a second each."""
    for path in written:
        print(path.relative_to(root), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m slides", description=__doc__)
    parser.add_argument("--standalone", action="store_true", help="also write each deck as one HTML file")
    parser.add_argument("--pdf", action="store_true", help="also print each deck, and a handout with its notes")
    try:
        sys.exit(main(Path.cwd(), **vars(parser.parse_args())))
    except (ConfigurationError, ProblemError, takeaway.CannotPrintError) as error:
        sys.exit(str(error))
