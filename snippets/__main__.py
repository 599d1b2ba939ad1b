"""`python -m snippets`: list the programs of the course, run them, print a run as its page shows it; do exercises."""

import sys
from pathlib import Path

import click

from content.engine.practice.practise import practise
from content.engine.practice.sequence import chosen, in_order
from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.runs.library import Library, library_of
from snippets.engine.runs.progress import shown
from snippets.engine.runs.record import Record


@click.group()
@click.pass_context
def main(context: click.Context) -> None:
    """The programs of the course and their runs, and its exercises."""
    context.obj = library_of(Path.cwd())


@main.command("list")
@click.pass_obj
def list_all(library: Library) -> None:
    """Name every program, whether its run is kept, and the seconds it last took."""
    times = library.cache.times()
    problems: list[Problem] = []
    for name in library.names():
        seconds = f"{times[name][0]:6.2f} s" if name in times else "       -"
        try:
            state = "kept" if library.is_kept(name) else "changed"
        except ProblemError as error:
            state = "wrong"
            problems += error.problems
        click.echo(f"{seconds}  {state:7}  {name}")
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(1 if problems else 0)


@main.command()
@click.argument("names", nargs=-1)
@click.option("--changed", is_flag=True, help="Only programs whose run is not kept.")
@click.option("--fresh", is_flag=True, help="Run again also what is kept.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processors to keep busy; default: all of them.")
@click.option("--timings", is_flag=True, help="Print the seconds of each, the longest first.")
@click.pass_obj
def run(library: Library, names: tuple[str, ...], changed: bool, fresh: bool, jobs: int | None, timings: bool) -> None:
    """Run programs, given by name (lesson/file.py) or by lesson; all of them where none is given."""
    chosen = _chosen(library, names)
    if changed:
        chosen = [name for name in chosen if not library.is_kept(name)]
    if fresh:
        library.forget(chosen)
    with shown() as progress:
        library.prepare(chosen, progress, jobs)
    records = [library.record(name) for name in chosen]
    if timings:
        for record in sorted(records, key=_seconds, reverse=True):
            click.echo(f"{_seconds(record):6.2f} s  {record.program.name}")
    problems = [problem for problem in map(Record.problem, records) if problem]
    for problem in problems:
        click.echo(str(problem), err=True)
    for warning in library.warnings:
        click.echo(warning, err=True)
    sys.exit(1 if problems else 0)


@main.command()
@click.argument("name")
@click.pass_obj
def show(library: Library, name: str) -> None:
    """Print the runs of one program as its page shows them."""
    _chosen(library, (name,))
    record = library.record(name)
    for one in record.runs:
        click.echo(one.output, nl=False)
        click.echo(f"--- {one.ended} · {one.seconds:.2f} s · Python {one.python} · {one.machine}")
    if record.absent:
        click.echo(f"--- {record.absent}. {record.how_to_get}".rstrip())


@main.command()
@click.argument("names", nargs=-1)
@click.option(
    "--in",
    "place",
    type=click.Path(file_okay=False, path_type=Path),
    default="my_answers",
    show_default=True,
    help="Folder of your answers; what is missing in it is made.",
)
def exercise(names: tuple[str, ...], place: Path) -> None:
    """Do exercises, given by name (lesson/name) or by lesson; all of them, in their order, where none is given.

    Save an answer, and its check says what is wrong with it; once it passes, the next exercise is shown.
    """
    root = Path.cwd()
    try:
        exercises = chosen(in_order(root), names)
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from None
    try:
        practise(root, exercises, place.absolute())
    except OSError as error:
        raise click.ClickException(f"{error}. Choose another folder: --in FOLDER.") from None


def _chosen(library: Library, names: tuple[str, ...]) -> list[str]:
    """The programs meant by names of programs and of lessons; one message for every name that means none."""
    known = library.names()
    chosen = [name for name in known if not names or name in names or name.partition("/")[0] in names]
    unknown = [name for name in names if not any(name in (one, one.partition("/")[0]) for one in known)]
    if unknown:
        raise click.ClickException("\n".join(library.advice(name) for name in unknown))
    return chosen


def _seconds(record: Record) -> float:
    return sum(one.seconds for one in record.runs)


if __name__ == "__main__":
    try:
        main()
    except ProblemError as error:
        sys.exit(str(error))
