"""The texts of pages and decks: read from the disk, and only once while a build goes on, which asks for each often."""

from contextvars import ContextVar
from pathlib import Path

_held: ContextVar[dict[Path, str] | None] = ContextVar("held", default=None)


def hold() -> None:
    """From now to `release`, read each text once: all of a build sees the same."""
    _held.set({})


def release() -> None:
    """Look again, from now on, what stands in a file whenever it is asked for."""
    _held.set(None)


def read(path: Path) -> str:
    """The text of a file, without a byte order mark. Raises UnicodeDecodeError if it is not UTF-8."""
    held = _held.get()
    if held is None:
        return path.read_text(encoding="utf-8-sig")
    if path not in held:
        held[path] = path.read_text(encoding="utf-8-sig")
    return held[path]
