"""The folder of one run, in which a program works: fresh, with the files that it declares, and gone afterwards."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from snippets.engine.process.guardian import guardian
from snippets.engine.process.opened import beside


@contextlib.contextmanager
def fresh_folder(lesson: Path, names: Sequence[str] = ()) -> Iterator[str]:
    """A folder for one run, with copies of files of a lesson's folder, by their paths there.

    It is removed afterwards, by the guardian if need be. Raises OSError for a file that cannot be copied.
    """
    folder = tempfile.TemporaryDirectory(prefix="run-", ignore_cleanup_errors=True)
    home = os.path.realpath(folder.name)
    try:
        guardian.begins(home)
        Path(beside(home)).touch()
        for name in names:
            (Path(home) / name).parent.mkdir(parents=True, exist_ok=True)
            _copy(lesson / name, Path(home) / name)
        yield home
    finally:
        folder.cleanup()
        Path(beside(home)).unlink(missing_ok=True)
        guardian.is_over(home)


def _copy(file: Path, target: Path) -> None:
    """Copy a file as git keeps it: of what its mode allows, only whether it can be run; the rest differs by clone."""
    shutil.copyfile(file, target)
    target.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
