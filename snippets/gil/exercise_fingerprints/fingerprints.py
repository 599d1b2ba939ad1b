"""Make a fingerprint of each recording, with several threads that really work at the same time.

`fingerprint(path)` returns the SHA-256 of a file, as `hexdigest()` gives it, and leaves no file open. It must not read
the whole file at once, since recordings are larger than the memory: the pieces that it hands to `update()` have at most
1 MiB. And it must not hand over small pieces either, because hashing lets go of the GIL for large pieces only: every
piece but the last has at least 64 KiB. (KiB: 1024 bytes; MiB: 1024 KiB.)

`fingerprints(paths, workers)` returns a dictionary with the fingerprint of each path. `workers` files are hashed at the
same time, in as many threads, and never more; who is done takes the next one. If a file cannot be read, it raises that
OSError. `paths` may be something that can be gone through only once, with a path in it twice. When it returns or
raises, its threads have ended; when it returns, none of them has died of an exception.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of the file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for line in file:  # TODO: a line is a small piece.
            digest.update(line)
    return digest.hexdigest()


def fingerprints(paths: Iterable[Path], workers: int) -> dict[Path, str]:
    """Return the fingerprint of each file; `workers` of them are made at the same time."""
    print("TODO: use", workers, "threads.")
    return {path: fingerprint(path) for path in paths}
