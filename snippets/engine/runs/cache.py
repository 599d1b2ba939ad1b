"""Runs kept on disk by all that they depend on, so that nothing runs twice and nothing is stale."""

import contextlib
import hashlib
import json
import os
import tempfile
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from snippets.engine.process.machine import environment, limits, machine
from snippets.engine.process.run import Run
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.program import Program
from snippets.engine.sources import ENGINE, digest_of

RUNNER = digest_of(ENGINE / "program", ENGINE / "process")  # another runner may show the same program otherwise
MOST = 512 * 2**20  # bytes of kept runs and texts; beyond them the oldest are swept
UNUSED = 30 * 24 * 3600  # seconds after which a kept run that no build asked for is swept


def key(program: Program, interpreter: Interpreter) -> str:
    """A digest of everything that can change a run: program, neighbours, interpreter, machine, limits, environment,
    runner."""
    files = [(_within_lesson(path, program), _digest(path)) for path in program.dependencies]
    python = [interpreter.path, interpreter.build, interpreter.free_threaded]
    facts = [RUNNER, program.name, program.digest, files, python, machine(), sorted(limits().items())]
    given = environment("~", interpreter)
    return hashlib.sha256(json.dumps([facts, sorted(given.items())]).encode()).hexdigest()


def _within_lesson(path: Path, program: Program) -> str:
    return os.path.relpath(path, program.path.parent)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Cache:
    """A folder of kept runs. What cannot be read counts as absent; OSError is raised only where writing fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, digest: str) -> tuple[Run, ...] | None:
        """The runs kept under a key, or None."""
        path = self._path(digest)
        try:
            runs: tuple[Run, ...] = _of_json(tuple[Run, ...], json.loads(path.read_bytes())["runs"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return runs or None

    def put(self, digest: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Keep runs under a key, unless another build has kept some meanwhile; gives those that are kept.

        So two builds at once show the same. A reader sees the whole entry or none.
        """
        path, text = self._path(digest), json.dumps({"runs": [asdict(run) for run in runs]})
        try:
            self._write(path, text, _unless_there)
        except FileExistsError:
            if kept := self.get(digest):
                return kept
            self._write(path, text)  # in place of an entry that nobody can read
        return runs

    def drop(self, digest: str) -> None:
        """Forget the runs kept under a key."""
        self._path(digest).unlink(missing_ok=True)

    def text(self, digest: str) -> str | None:
        """What was made of runs and kept as text under a key, or None."""
        path = self._path(digest)
        try:
            kept = json.loads(path.read_bytes())["text"]
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        if not isinstance(kept, str):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return kept

    def put_text(self, digest: str, text: str) -> None:
        """Keep a text under a key, where that can be written: the library tells of a cache that cannot."""
        with contextlib.suppress(OSError):
            self._write(self._path(digest), json.dumps({"text": text}))

    def text_or(self, digest: str, make: Callable[[], str], is_sound: Callable[[str], bool] = bool) -> str:
        """The text that is kept under a key, or else the one that is made now, and kept where it is sound."""
        found = self.text(digest)
        if found is None:
            found = make()
            if is_sound(found):
                self.put_text(digest, found)
        return found

    def bytes_or(self, digest: str, make: Callable[[], bytes]) -> bytes:
        """The bytes that are kept under a key, or else those that are made now, and kept."""
        with contextlib.suppress(ValueError):  # something else wrote into the cache
            if found := b64decode(self.text(digest) or "", validate=True):
                return found
        made = make()
        self.put_text(digest, b64encode(made).decode())
        return made

    def times(self) -> dict[str, tuple[float, float]]:
        """Seconds on the clock and on processors that each program last took, by name."""
        try:
            times = json.loads((self.folder / "times.json").read_bytes())
            return {str(name): (float(seconds), float(cpu)) for name, (seconds, cpu) in times.items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def put_times(self, times: dict[str, tuple[float, float]]) -> None:
        """Keep the seconds that programs took."""
        self._write(self.folder / "times.json", json.dumps(times, sort_keys=True))

    def sweep(self) -> None:
        """Remove what nobody used for `UNUSED` seconds, killed builds' leftovers too, and the oldest beyond `MOST`."""
        oldest, size = time.time() - UNUSED, 0
        for used, bytes_of, path in sorted(self._files(), reverse=True):
            size += bytes_of
            if used < oldest or size > MOST:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was last used, and how large it is."""
        for path in self.folder.glob("*"):
            with contextlib.suppress(OSError):
                state = path.stat()
                yield state.st_mtime, state.st_size, path

    def _path(self, digest: str) -> Path:
        return self.folder / f"{digest}.json"

    def _write(self, path: Path, text: str, settle: Callable[[str, Path], None] = os.replace) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=self.folder, suffix=".part")
        try:
            with open(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            settle(temporary, path)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _unless_there(temporary: str, path: Path) -> None:
    """Give a file its name, or raise FileExistsError if another has it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that has no links
        os.replace(temporary, path)


def _of_json(kind: Any, value: Any) -> Any:
    """A value of JSON as one of `kind`: a dataclass, a tuple of any length, or a plain type. Raises TypeError."""
    if get_origin(kind) is tuple and isinstance(value, list):
        return tuple(_of_json(get_args(kind)[0], one) for one in value)
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
        types = {field.name: field.type for field in fields(kind)}
        return kind(**{name: _of_json(types[name], one) for name, one in value.items()})
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind}")
    return value
