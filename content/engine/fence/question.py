"""A question before an output, as authors write it: read, and every mistake in it told with its line.

A question is a box `!!! question "…"`. It may have a list of answers, of which one is ticked as right, and below that
the explanation. The fence right below the box shows the program that it asks about, and holds the output back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from content.engine.fence.header import Complaint, Fence, Place, scan
from content.engine.fence.scan import comments, fenced, lines_of
from snippets.engine.program.problem import Problem

BEGIN = re.compile(r" *!!! ?question\b.*")
TITLED = re.compile(r' *!!! ?question(?: +[\w-]+)* +"[^"]*[^"\s][^"]*" *')
ANSWER = re.compile(r"[-*+] +\[(?P<tick>[ xX])\] +(?P<text>.*\S) *")
MEANT = re.compile(r"[-*+] *\[[ xX]?\](?![(\[]).*")  # as an answer
CODE = re.compile(r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
STEP = "    "  # by which the text of a box is indented


@dataclass(frozen=True)
class Answer:
    """One of the answers to choose from: its line in the file, whether it is ticked as right, its text."""

    line: int
    is_right: bool
    text: str

    @property
    def printed(self) -> tuple[str, ...]:
        """The lines of output that it consists of, one for each piece of code; none where it is more than code."""
        if CODE.sub("", self.text).strip(" ,"):
            return ()
        return tuple(match["code"].strip() for match in CODE.finditer(self.text))


@dataclass(frozen=True)
class Question:
    """A question: the lines of its box, from 0 and without the last, its answers, and what is wrong with its form.

    `fence` is the one right below it, which shows the program that it asks about; None if there is none.
    """

    box: range
    margin: str
    answers: tuple[Answer, ...]
    fence: Fence | None
    problems: tuple[Problem, ...]


@lru_cache(maxsize=2048)  # texts, as fences are
def questions(text: str, place: Place) -> tuple[Question, ...]:
    """The questions of a text, in order."""
    lines = lines_of(text)
    hidden = fenced(lines).union(*comments(lines))
    fences = {fence.block.first: fence for fence in scan(text, place)}
    begins = (number for number, line in enumerate(lines) if number not in hidden and BEGIN.fullmatch(line))
    return tuple(_question(lines, number, fences, place) for number in begins)


def _question(lines: Sequence[str], first: int, fences: Mapping[int, Fence], place: Place) -> Question:
    margin = lines[first][: len(lines[first]) - len(lines[first].lstrip(" "))]
    below = first + 1
    while below < len(lines) and (not lines[below].strip() or lines[below].startswith(margin + STEP)):
        below += 1
    body = [line.removeprefix(margin + STEP) for line in lines[first + 1 : below]]
    while body and not body[-1].strip():
        body.pop()
    answers = tuple(_answers(body, place.first_line + first + 1))
    fence = fences.get(below)
    wrong = [(0, one) for one in [*_wrong_box(lines[first], fence), *_wrong_ticks(answers)]]
    wrong += [(number + 1, one) for number, one in _wrong_lines(body)]
    if answers and place.kind != "deck" and not _explains(body):
        advice = "Say below the answers, after an empty line, what is right and why."
        wrong.append((0, ("This question has answers and no explanation.", advice)))
    problems = tuple(Problem(place.path, place.first_line + first + number, *one) for number, one in wrong)
    return Question(range(first, first + 1 + len(body)), margin, answers, fence, problems)


def _answers(body: Sequence[str], line: int) -> Iterator[Answer]:
    """The answers in the text of a box, which begins at a line of the file; each with the lines that continue it."""
    for number, text in enumerate(body):
        if found := ANSWER.fullmatch(text):
            more = body[number + 1 : _end(body, number)]
            yield Answer(line + number, found["tick"] != " ", " ".join([found["text"], *(one.strip() for one in more)]))


def _end(body: Sequence[str], number: int) -> int:
    """Where a text that begins at this line is over: at an empty line, or at the next answer."""
    below = number + 1
    while below < len(body) and body[below].strip() and not MEANT.fullmatch(body[below]):
        below += 1
    return below


def _explains(body: Sequence[str]) -> bool:
    last = max(number for number, text in enumerate(body) if ANSWER.fullmatch(text))
    return any(text.strip() for text in body[_end(body, last) :])


def _wrong_box(header: str, fence: Fence | None) -> Iterator[Complaint]:
    if not TITLED.fullmatch(header):
        yield "This box asks nothing.", 'Write !!! question "What will it print?".'
    if fence and fence.embed and fence.embed.show != "source" and not fence.embed.hold:
        yield "The output that this question asks about is open.", 'Add hold="on" to the fence below it.'


def _wrong_lines(body: Sequence[str]) -> Iterator[tuple[int, Complaint]]:
    for number, text in enumerate(body):
        if MEANT.fullmatch(text) and not ANSWER.fullmatch(text):
            yield number, ("This is no answer.", "Write - [ ] or - [x], a blank, and the answer.")
        elif ANSWER.fullmatch(text) and number and body[number - 1].strip() and not _is_below_an_answer(body, number):
            yield number, ("Right under text, this is no list of answers.", "Put an empty line between.")


def _is_below_an_answer(body: Sequence[str], number: int) -> bool:
    above = number - 1
    while above and body[above].strip() and not MEANT.fullmatch(body[above]):
        above -= 1
    return bool(MEANT.fullmatch(body[above]))


def _wrong_ticks(answers: Sequence[Answer]) -> Iterator[Complaint]:
    ticked = sum(answer.is_right for answer in answers)
    if len(answers) == 1:
        yield "There is only one answer to choose from.", "Add others, or leave the question open."
    elif answers and ticked != 1:
        yield f"{ticked or 'None'} of the answers {'are' if ticked else 'is'} ticked.", "Tick the right one: - [x]."
    if len({answer.text for answer in answers}) < len(answers):
        yield "Two answers are the same.", "Change one."
