"""What is said to a learner who does exercises."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from content.engine.practice.copies import Copy, lay_out
from content.engine.practice.sequence import in_order
from content.engine.practice.sitting import KEYS, Sitting
from content.engine.practice.verdict import Verdict
from tests.support import practice


class Desk:
    """A sitting with a judge of our own, who accepts what says `right`."""

    def __init__(self, root: Path) -> None:
        small = practice.course(root / "course")
        self.copies = [lay_out(small.root, one, root / "mine") for one in in_order(small.root)]
        self.judged: list[str] = []
        self.said: list[str] = []
        self.sitting = Sitting(self.copies, self.judge, self.said.append)

    def judge(self, copy: Copy) -> Verdict:
        self.judged.append(copy.exercise.name)
        is_right = "right" in copy.answer.read_text(encoding="utf-8")
        return Verdict(is_right, "" if is_right else f"what is wrong\nwith {copy.exercise.name}")

    def write(self, name: str, text: str) -> Path:
        """Write an answer: gives its file."""
        answer = next(copy.answer for copy in self.copies if copy.exercise.name == name)
        answer.write_text(text, encoding="utf-8")
        return answer

    def save(self, name: str, text: str) -> str:
        """Save an answer, and hear what is said to that."""
        return self.heard(lambda: self.sitting.saved({self.write(name, text)}))

    def type(self, line: str) -> str:
        """Type a line, and hear what is said to that."""
        return self.heard(lambda: self.sitting.typed(line))

    def heard(self, what: Callable[[], object]) -> str:
        """All that is said meanwhile, without colours."""
        del self.said[:]
        what()
        return click.unstyle("\n".join(self.said))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_it_begins_with_the_first_exercise_its_level_task_and_file_and_the_keys(desk: Desk) -> None:
    said = desk.heard(desk.sitting.begin)
    assert "1 of 3 · Wave · easy, 5 minutes" in said
    assert "\nSay wave.\n" in said
    assert "Nothing else is said." not in said
    assert f"    {desk.copies[0].answer}\n" in said
    assert said.endswith(KEYS)
    assert desk.judged == []


def test_what_was_done_before_is_seen_by_running_its_check_and_nothing_else_is_run(desk: Desk) -> None:
    desk.write("wave", "right")
    desk.write("bye", "begun")
    said = desk.heard(desk.sitting.begin)
    assert desk.judged == ["wave", "bye"]
    assert said.startswith("Checking the 2 answers that you have begun …\n  done     waving/wave\n")
    assert "  not yet  greetings/bye\n" in said
    assert "2 of 3 · Hello" in said


def test_a_failing_check_says_what_is_wrong_and_the_exercise_stays(desk: Desk) -> None:
    desk.sitting.begin()
    said = desk.save("wave", "wrong")
    assert "Not yet. It says:\n\n    what is wrong\n    with wave\n" in said
    assert " of 3 · " not in said


def test_a_passing_check_shows_the_solution_and_the_next_exercise(desk: Desk) -> None:
    desk.sitting.begin()
    said = desk.save("wave", "right")
    assert "To compare: snippets/waving/exercise_wave/wave_solution.py\n" in said
    assert "2 of 3 · Hello" in said


def test_what_is_saved_without_a_change_is_not_checked_again(desk: Desk) -> None:
    desk.sitting.begin()
    desk.save("wave", "wrong")
    assert desk.save("wave", "wrong") == ""
    assert desk.judged == ["wave"]


def test_a_file_that_belongs_to_no_exercise_and_an_answer_that_is_gone_are_no_concern(desk: Desk) -> None:
    desk.sitting.begin()
    answer = desk.write("wave", "wrong")
    answer.unlink()
    assert desk.heard(lambda: desk.sitting.saved({answer, desk.copies[0].folder.parents[1] / "notes.txt"})) == ""


def test_whichever_answer_is_saved_is_checked_and_it_goes_on_from_there(desk: Desk) -> None:
    desk.sitting.begin()
    assert "The check of greetings/hello runs" in desk.save("hello", "wrong")
    assert "What is to be said?" in desk.type("h")
    assert "3 of 3 · Bye" in desk.save("hello", "right")
    assert "1 of 3 · Wave" in desk.save("bye", "right")


def test_what_was_done_and_is_broken_again_is_not_done(desk: Desk) -> None:
    desk.sitting.begin()
    desk.save("wave", "right")
    desk.save("wave", "wrong")
    assert desk.heard(desk.sitting.end) == "\nDone: 0 of 3 exercises. Next: waving/wave."


def test_enter_alone_checks_again_what_is_shown(desk: Desk) -> None:
    desk.sitting.begin()
    assert "with wave" in desk.type("")
    assert "with wave" in desk.type("")
    assert desk.judged == ["wave", "wave"]


def test_n_shows_the_next_one_that_is_not_done_and_after_the_last_the_first(desk: Desk) -> None:
    desk.write("hello", "right")
    desk.sitting.begin()
    assert "3 of 3 · Bye" in desk.type("n")
    assert "1 of 3 · Wave" in desk.type("n")


def test_h_tells_the_hint_one_paragraph_at_a_time(desk: Desk) -> None:
    desk.sitting.begin()
    assert desk.type("h") == "\nWhat is to be said?\n\nh says more: 1 paragraph."
    assert desk.type("h") == "\nSay wave.\n\nThat is all of the hint."
    assert desk.type("h") == "That is all of the hint."
    desk.type("n")
    assert "What is to be said?" in desk.type("h")


def test_l_lists_all_of_them_and_what_became_of_each(desk: Desk) -> None:
    desk.write("wave", "right")
    desk.write("bye", "wrong")
    desk.sitting.begin()
    assert desk.type("l").splitlines() == [
        "  done   waving/wave, easy, 5 minutes",
        ">        greetings/hello, easy, 5 minutes",
        "  begun  greetings/bye, easy, 5 minutes",
    ]


def test_any_other_line_is_answered_by_the_keys(desk: Desk) -> None:
    desk.sitting.begin()
    assert desk.type("help") == KEYS


def test_it_is_over_when_all_are_done_or_by_q_and_says_what_is_done(desk: Desk) -> None:
    desk.sitting.begin()
    for name in ("wave", "bye"):
        desk.save(name, "right")
    assert not desk.sitting.is_over
    desk.save("hello", "right")
    assert desk.sitting.is_over
    assert desk.heard(desk.sitting.end) == "\nDone: 3 of 3 exercises."


def test_q_is_the_end(desk: Desk) -> None:
    desk.sitting.begin()
    desk.save("hello", "right")
    desk.type("q")
    assert desk.sitting.is_over
    assert desk.heard(desk.sitting.end) == "\nDone: 1 of 3 exercises. Next: waving/wave."
