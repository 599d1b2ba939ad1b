"""Whether the answers that a question offers agree with what the program below it really printed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from content.engine.fence.output import to_text
from content.engine.fence.question import Answer, Question
from snippets.engine.process.run import Run
from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.runs.library import Library
from snippets.engine.runs.record import Record

SHOWN = 5  # lines of an output that advice tells


def check(question: Question, path: str, library: Library) -> list[Problem]:
    """What is wrong with a question in the file at `path`: its form, and its answers. Fences tell of their own."""
    if question.problems or not question.fence or not question.fence.embed:
        return list(question.problems)
    try:
        record = library.record(question.fence.embed.file)
    except (LookupError, ProblemError):  # the check of its fence says so
        return []
    return [Problem(path, line, what, do) for line, what, do in _untrue(question.answers, record)]


def _untrue(answers: Sequence[Answer], record: Record) -> Iterator[tuple[int, str, str]]:
    """The right answer must stand in every run; where runs do not vary, no other may be all that one printed."""
    name, kind = record.program.name, record.program.declaration.output
    outputs = [_lines(run) for run in record.runs]
    right = next((answer.printed for answer in answers if answer.is_right), ())
    for answer in answers:
        if not answer.printed or not outputs:
            continue
        said = f"Answer {answer.text}"
        if answer.is_right:
            missing = next((lines for lines in outputs if not _stands_in(answer.printed, lines, kind)), None)
            if missing is not None:
                yield answer.line, f"{said} is ticked, and {name} did not print that.", _printed(missing)
        elif answer.printed == right:
            yield answer.line, f"{said} says the same as the right one.", "Change it."
        elif kind != "varies" and any(_is_all(answer.printed, lines, kind) for lines in outputs):
            yield answer.line, f"{said} is not ticked, and is all that {name} printed.", "Tick it, or change it."


def _lines(run: Run) -> list[str]:
    """The lines of an output as readers see them, without those that are empty."""
    return [line.strip() for line in to_text(run.output).split("\n") if line.strip()]


def _stands_in(wanted: Sequence[str], lines: Sequence[str], kind: str) -> bool:
    """Whether these lines stand in an output one below the other; where its lines come in any order, so may they."""
    if kind == "unordered":
        return Counter(wanted) <= Counter(lines)
    return any(tuple(lines[first : first + len(wanted)]) == tuple(wanted) for first in range(len(lines)))


def _is_all(wanted: Sequence[str], lines: Sequence[str], kind: str) -> bool:
    return sorted(wanted) == sorted(lines) if kind == "unordered" else tuple(wanted) == tuple(lines)


def _printed(lines: Sequence[str]) -> str:
    shown = "".join(f"\n    {line}" for line in lines[:SHOWN]) or " nothing."
    return f"Write whole lines of it, a piece of code each. It printed:{shown}"
