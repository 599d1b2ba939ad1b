"""The programs as files of a site that is served: linked to their sources, where a build that is published copies them.

Copying a thousand programs takes longer than rendering what a save changed, and longer with each save.
"""

import os
from contextvars import ContextVar
from functools import partial
from pathlib import Path

from mkdocs.structure.files import File

serving: ContextVar[bool] = ContextVar("serving", default=False)


def linked(file: File) -> File:
    """The same file, for MkDocs to link while it serves: the site is its own then, and gone when it ends."""
    if serving.get():
        vars(file)["copy_file"] = partial(_link, file)
    return file


def _link(file: File, dirty: bool = False) -> None:
    target = Path(file.abs_dest_path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)  # never written to: it may be what an editor kept of the former source
    try:
        os.link(file.abs_src_path or "", target)
    except OSError:  # the site is on another disk, say, or this one has no links
        File.copy_file(file, dirty)
