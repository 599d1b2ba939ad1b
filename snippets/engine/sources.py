"""The state of our own code: what is kept is kept by it, too, so that nothing old is shown by new code."""

import hashlib
import os
from pathlib import Path

ENGINE = Path(__file__).resolve().parent


def digest_of(*folders: Path) -> str:
    """A digest of all modules below some folders.

    Take it when a module is imported: later, another version than the one that runs may stand there.
    """
    state = hashlib.sha256()
    for folder in folders:
        modules = (Path(inside, name) for inside, _, names in os.walk(folder) for name in names if name.endswith(".py"))
        for path in sorted(modules):
            state.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return state.hexdigest()
