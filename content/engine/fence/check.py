"""What a fence asks for, held against the program that it names, what that declares, and what its runs printed."""

from collections.abc import Iterator

from content.engine.fence import goal
from content.engine.fence.figures import drawn
from content.engine.fence.header import Complaint, Embed, Fence, Place
from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.program.program import Program
from snippets.engine.runs.library import Library
from snippets.engine.runs.record import Record


def check(fence: Fence, place: Place, library: Library) -> list[Problem]:
    """What is wrong with a fence, its program's declarations and its program's runs."""
    if fence.embed is None:
        return list(fence.problems)
    try:
        program = library.program(fence.embed.file)
    except ProblemError as error:
        return list(error.problems)
    except LookupError as error:
        return [Problem(place.path, fence.line, *advice_of(error))]
    record = library.record(fence.embed.file)
    problem = record.problem()
    complaints = list(_unfit(fence.embed, program))
    if problem is None:
        complaints += _undrawn(fence.embed, record)
    found = [Problem(place.path, fence.line, what, do) for what, do in complaints]
    return [*found, problem] if problem else found


def is_sound(library: Library, name: str) -> bool:
    """Whether a program is there and declares nothing wrong."""
    try:
        library.program(name)
    except (ProblemError, LookupError):  # `check` tells of it
        return False
    return True


def advice_of(error: LookupError) -> Complaint:
    """What a LookupError of ours says is wrong, and what to do."""
    what, _, do = str(error.args[0] if error.args else error).partition(". ")
    return f"{what.removesuffix('.')}.", do


def _unfit(embed: Embed, program: Program) -> Iterator[Complaint]:
    """Which parts a program has not, or has where the fence does not show them; a timeline that nobody takes down."""
    if embed.figure == "timeline" and not program.declaration.timeline:
        advice = f"Declare timeline = true in the run block of snippets/{embed.file}."
        yield "A timeline of a program that is not watched while it runs.", advice
    if embed.figure == "scheduler" and not program.declaration.steps:
        advice = f'Declare steps = ["…"] in the run block of snippets/{embed.file}: the functions that are stepped.'
        yield "A scheduler of a program of which nothing is stepped.", advice
    names = dict.fromkeys(filter(None, (embed.part, embed.highlight, *embed.notes, *embed.steps)))
    first, last = program.parts.get(embed.part, (1, float("inf")))
    for name in names:
        try:
            begin, end = program.lines_of(name)
        except LookupError as error:
            yield advice_of(error)
        else:
            if not first <= begin <= end <= last:
                yield f"Part '{name}' is not within part '{embed.part}'.", "Name one that is."


def _undrawn(embed: Embed, record: Record) -> Iterator[Complaint]:
    """Why a program's first run gives no figure such as is asked for."""
    if embed.figure == "scheduler":
        yield from goal.wrong(embed.goal, record.orders)
        return
    try:
        if embed.figure and record.runs:
            drawn(embed.figure, embed.file, record.runs[0])
    except ValueError as error:
        yield f"Figure '{embed.figure}' cannot be drawn from what {embed.file} printed.", str(error)
