"""`python -m slides`: write the decks to build/slides/, without building the site."""

import shutil
import sys
from pathlib import Path

from mkdocs.config import load_config

from content import course
from slides import deck
from snippets.library import library_of
from snippets.progress import shown


def main(root: Path) -> int:
    """Write every deck; report all problems and return 1 where there are any."""
    config = load_config(str(root / "mkdocs.yml"))
    library = library_of(root)
    with shown() as progress:
        library.prepare(course.programs(root, library), progress)
    found = sorted({*course.problems(root, library), *deck.problems(root, library)})
    for problem in found:
        print(problem, file=sys.stderr)
    if found:
        return 1
    config.mdx_configs.setdefault("content.fence", {})["root"] = str(root)
    out = root / "build" / "slides"
    for path in deck.outlines(root):
        target = out / path.stem / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(deck.render(root, path, config.markdown_extensions, config.mdx_configs), encoding="utf-8")
        print(target.relative_to(root))
    (out / "assets").mkdir(exist_ok=True)
    for name, source in deck.assets().items():
        shutil.copyfile(source, out / "assets" / name)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
