"""A folder of the learner's own, with a copy of each exercise in it, so that the course stays as it is."""

from dataclasses import dataclass
from pathlib import Path

from content.engine.course.exercise import Exercise, files, to_begin_with

State = tuple[tuple[str, bytes], ...]  # the files of a copy, by their paths in it


@dataclass(frozen=True)
class Copy:
    """A copy of an exercise in its own `folder`."""

    exercise: Exercise
    folder: Path
    starter: bytes

    @property
    def name(self) -> str:
        """The exercise, as `lesson/name`."""
        return f"{self.exercise.lesson}/{self.exercise.name}"

    @property
    def answer(self) -> Path:
        """The file that the learner fills in."""
        return self.folder / f"{self.exercise.name}.py"

    @property
    def is_begun(self) -> bool:
        """Whether the learner has changed that file."""
        return self.answer.is_file() and self.answer.read_bytes() != self.starter

    def files(self) -> list[Path]:
        """What its check is given: also what the learner wrote beside the answer."""
        return files(self.folder)

    def state(self) -> State:
        """All that its check depends on; nothing as long as there is no answer."""
        if not self.answer.is_file():
            return ()
        return tuple((path.relative_to(self.folder).as_posix(), path.read_bytes()) for path in self.files())


def lay_out(root: Path, exercise: Exercise, place: Path) -> Copy:
    """Copy an exercise of the course at `root` into `place`; an answer that stands there already is left alone.

    The check is the one of today. Raises OSError where nothing can be written.
    """
    source = root / exercise.folder
    copy = Copy(exercise, place / exercise.lesson / exercise.name, (source / f"{exercise.name}.py").read_bytes())
    for path in to_begin_with(source, exercise.solutions):
        target = copy.folder / path.relative_to(source)
        is_kept = target == copy.answer and target.is_file()
        if not is_kept and not (target.is_file() and target.read_bytes() == path.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return copy
