"""Files below `/proc` that are read again and again, and so kept open."""

import contextlib
import os

GONE = (FileNotFoundError, ProcessLookupError)  # what is raised of a thread or process that has ended


class Files:
    """Files of one folder.

    Raises FileNotFoundError if the folder is gone, and another OSError if it is there without one of them.
    """

    def __init__(self, folder: str, *names: str) -> None:
        with contextlib.ExitStack() as opened:
            self._files = []
            for name in names:
                try:
                    self._files.append(os.open(f"{folder}/{name}", os.O_RDONLY))
                except FileNotFoundError:
                    if os.path.isdir(folder):
                        raise OSError(f"No {name} in {folder}.") from None
                    raise
                opened.callback(os.close, self._files[-1])
            self._opened = opened.pop_all()

    def read(self, number: int) -> bytes:
        """What one of them says now. Raises ProcessLookupError if what it tells of has ended."""
        return os.pread(self._files[number], 512, 0)

    def close(self) -> None:
        """Read them no more."""
        self._opened.close()
