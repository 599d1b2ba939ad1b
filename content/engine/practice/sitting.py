"""What is said to a learner who does exercises: the next one, what its check says, a hint, a list."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from textwrap import indent

import click

from content.engine.practice.copies import Copy, State
from content.engine.practice.verdict import Verdict

KEYS = "Type a letter and Enter: h hint, n next, l list, q quit. Enter alone checks again."


class Sitting:
    """Some exercises, one after another. What is done is not noted anywhere: the checks say it."""

    def __init__(self, copies: Sequence[Copy], judge: Callable[[Copy], Verdict], say: Callable[[str], object]) -> None:
        self.copies, self._judge, self._say = copies, judge, say
        self._seen: dict[str, tuple[State, Verdict]] = {}  # what was judged last, and what came of it
        self._at = copies[0]
        self._hints = 0  # paragraphs of its hint that were given
        self.is_over = False

    def begin(self) -> None:
        """Check every answer that there is, and show the first exercise that is not done."""
        begun = [copy for copy in self.copies if copy.is_begun]
        if begun:
            self._say(f"Checking the {_count(len(begun), 'answer')} that you have begun …")
        for copy in begun:
            self._say(f"  {'done   ' if self._verdict(copy).is_passed else 'not yet'}  {copy.name}")
        self._go_on(self.copies)

    def saved(self, paths: Iterable[Path]) -> None:
        """Check the answers to which these files belong, if anything in them has changed."""
        for copy in self.copies:
            is_meant = any(copy.folder in path.parents for path in paths)
            if is_meant and copy.state() and copy.state() != self._seen.get(copy.name, ((), None))[0]:
                self._check(copy)

    def typed(self, line: str) -> None:
        """Do what a letter asks for."""
        if line == "q":
            self.is_over = True
        elif line == "":
            self._seen.pop(self._at.name, None)
            self._check(self._at)
        elif line == "n":
            self._go_on(self._after(self._at))
        elif line == "l":
            self._list()
        elif line == "h":
            self._hint()
        else:
            self._say(KEYS)

    def end(self) -> None:
        """Say what is done."""
        left = [copy for copy in self.copies if not self._is_done(copy)]
        done = f"Done: {len(self.copies) - len(left)} of {_count(len(self.copies), 'exercise')}."
        self._say(f"\n{done} Next: {left[0].name}." if left else f"\n{done}")

    def _is_done(self, copy: Copy) -> bool:
        """Whether its check has passed."""
        return copy.name in self._seen and self._seen[copy.name][1].is_passed

    def _verdict(self, copy: Copy) -> Verdict:
        state = copy.state()
        verdict = self._judge(copy)
        self._seen[copy.name] = state, verdict
        return verdict

    def _check(self, copy: Copy) -> None:
        if copy is not self._at:
            self._at, self._hints = copy, 0
        self._say(f"\nThe check of {copy.name} runs …")
        verdict = self._verdict(copy)
        if not verdict.is_passed:
            self._say(f"{click.style('Not yet.', bold=True)} It says:\n\n{indent(verdict.told, '    ')}\n")
            return
        solutions = ", ".join(f"{copy.exercise.folder}/{name}.py" for name in copy.exercise.solutions)
        self._say(f"{click.style('Passed.', bold=True)} To compare: {solutions}")
        self._go_on(self._after(copy))

    def _after(self, copy: Copy) -> list[Copy]:
        """All exercises, beginning with the one behind this one."""
        at = self.copies.index(copy) + 1
        return [*self.copies[at:], *self.copies[:at]]

    def _go_on(self, order: Iterable[Copy]) -> None:
        """Show the first of these that is not done; where all are, it is over."""
        self._hints = 0
        for copy in order:
            if not self._is_done(copy):
                self._at = copy
                self._show()
                return
        self.is_over = True

    def _show(self) -> None:
        one = self._at.exercise
        number = f"{self.copies.index(self._at) + 1} of {len(self.copies)}"
        head = click.style(f"{number} · {one.title} · {_facts(self._at)}", bold=True)
        self._say(f"\n{head}\n{' '.join(one.task.partition(chr(10) * 2)[0].split())}\n")
        self._say("The rest of the task is in this file. Write your answer there, and save it:\n")
        self._say(f"    {_short(self._at.answer)}\n\n{KEYS}")

    def _hint(self) -> None:
        """One more paragraph of the hint."""
        paragraphs = self._at.exercise.hint.split("\n\n")
        if self._hints < len(paragraphs):
            self._say(f"\n{paragraphs[self._hints]}\n")
        self._hints += 1
        left = len(paragraphs) - self._hints
        self._say(f"h says more: {_count(left, 'paragraph')}." if left > 0 else "That is all of the hint.")

    def _list(self) -> None:
        for copy in self.copies:
            state = "done" if self._is_done(copy) else "begun" if copy.is_begun else ""
            self._say(f"{'>' if copy is self._at else ' '} {state:5}  {copy.name}, {_facts(copy)}")


def _facts(copy: Copy) -> str:
    return f"{copy.exercise.level}, {_count(copy.exercise.minutes, 'minute')}"


def _short(path: Path) -> str:
    """A path as one would type it here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + "s" * (number != 1)
