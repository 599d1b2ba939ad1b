"""What paper cuts of slides is told as a problem of their outline."""

from pathlib import Path

from slides.engine.room import ADVICE, Cut, problems

OUTLINE = '# Locks {minutes="1"}\n\n---\n\n## Wide {minutes="1"}\n\ntext\n'


def test_a_cut_is_told_at_the_line_of_its_slide(tmp_path: Path) -> None:
    decks = tmp_path / "slides" / "decks"
    decks.mkdir(parents=True)
    (decks / "locks.md").write_text(OUTLINE, encoding="utf-8")
    cut = Cut(tmp_path / "build" / "slides" / "locks" / "handout.pdf", 1, "Wide", "7 px too tall")
    of_all = Cut(tmp_path / "build" / "slides" / "all-slides.pdf", 4, "Wide", "7 px too tall")
    assert [str(problem) for problem in problems(tmp_path, [cut, of_all])] == [
        f"slides/decks/locks.md:5: handout.pdf cuts slide 2, 'Wide': 7 px too tall. {ADVICE}",
        f"slides/decks:1: all-slides.pdf cuts slide 5, 'Wide': 7 px too tall. {ADVICE}",
    ]
