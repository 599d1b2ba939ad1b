"""What the check of an exercise says of an answer."""

from pathlib import Path

import pytest

from content.engine.practice.copies import Copy, lay_out
from content.engine.practice.sequence import chosen, in_order
from content.engine.practice.verdict import Verdict, judged, of_output
from tests.support import practice
from tests.support.tiny import processes


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    small = practice.course(tmp_path / "course")
    return lay_out(small.root, chosen(in_order(small.root), ["waving/wave"])[0], tmp_path / "mine")


def test_a_right_answer_passes_and_nothing_is_left_in_its_folder(copy: Copy) -> None:
    copy.answer.write_text(practice.answer("wave"), encoding="utf-8")
    assert judged(copy) == Verdict(True)
    assert sorted(path.name for path in copy.folder.iterdir()) == ["pytest.ini", "test_wave.py", "wave.py"]


def test_of_a_wrong_answer_the_message_is_told_and_nothing_else(copy: Copy) -> None:
    assert judged(copy) == Verdict(False, "wave() returned ''")


def test_an_answer_may_import_what_the_learner_wrote_beside_it(copy: Copy) -> None:
    copy.answer.write_text("from helper import said\n\n\ndef wave() -> str:\n    return said\n", encoding="utf-8")
    (copy.folder / "helper.py").write_text('said = "wave"\n', encoding="utf-8")
    assert judged(copy).is_passed


def test_an_answer_that_cannot_be_read_is_told_with_its_line(copy: Copy) -> None:
    copy.answer.write_text("def wave() -> str:\n    return (\n", encoding="utf-8")
    told = judged(copy).told
    assert 'wave.py", line 2' in told
    assert "SyntaxError" in told
    assert "===" not in told


def test_a_process_that_an_answer_leaves_behind_is_ended(copy: Copy) -> None:
    leaves = "import subprocess\nimport sys\n\nsubprocess.Popen([sys.executable, '-c', 'input()', 'gd-left-behind'])\n"
    copy.answer.write_text(leaves + practice.answer("wave"), encoding="utf-8")
    judged(copy)
    assert processes("gd-left-behind") == []


def test_a_check_that_is_skipped_has_not_passed() -> None:
    printed = "=== test session starts ===\ncollected 1 item\n\ntest_wave.py s [100%]\n\n=== 1 skipped in 0.01s ===\n"
    assert of_output(printed, 0) == Verdict(False, printed.strip())


def test_what_pytest_printed_is_told_where_it_has_no_message() -> None:
    assert of_output("ERROR: Missing required plugins: pytest-timeout\n", 4).told == (
        "ERROR: Missing required plugins: pytest-timeout"
    )


def test_an_answer_that_ends_its_check_by_status_0_has_not_passed() -> None:
    assert not of_output("", 0).is_passed
