"""`python -m content`: begin a lesson."""

from pathlib import Path

import click

from content.engine.new import nav, starter

NEXT = """
The lesson is a draft: small, but whole and true. `.venv/bin/mkdocs serve` shows it at
http://127.0.0.1:8000/lessons/{slug}/

"TODO:" in its files marks your turn. "Finish a lesson" in CONTRIBUTING.md leads on from here."""


@click.group()
def main() -> None:
    """The lessons of the course in this folder."""


@main.command()
@click.argument("slug")
@click.argument("title")
def new(slug: str, title: str) -> None:
    """Make a page, a program, a deck, a claim test and the nav line of a lesson.

    SLUG names the lesson everywhere, such as thread_pools; TITLE is its heading, such as "Thread Pools".
    """
    root, title = Path.cwd(), title.strip()
    if not (root / nav.FILE).is_file():
        raise click.ClickException(f"There is no {nav.FILE} in {root}. Call this in the folder of the course.")
    found = list(starter.problems(root, slug, title))
    if found:
        raise click.ClickException("\n".join(found))
    try:
        made = starter.make(root, slug, title)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}. Nothing was made.") from None
    for path in made:
        click.echo(path)
    click.echo(NEXT.format(slug=slug))


if __name__ == "__main__":
    main(prog_name="python -m content")
