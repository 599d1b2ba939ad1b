"""Zips that are the same to the byte, whenever and by whomever the files in them were written."""

import io
import zipfile
from collections.abc import Iterable

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can tell: it must not change from build to build
FILE = 0o100644 << 16  # a plain file that its owner may write and all may read


def packed(top: str, entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of `entries`, each a path and what it holds, in the one folder `top`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries:
            entry = zipfile.ZipInfo(f"{top}/{name}", LONG_AGO)
            entry.create_system, entry.external_attr = 3, FILE  # as on Unix, also where it is not
            zipped.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
