"""The templates of the theme, compiled once and kept: that takes a sixth of a build of which all else is kept."""

import hashlib
import sys
from base64 import b64decode, b64encode
from importlib.metadata import version

from jinja2.bccache import Bucket, BytecodeCache

from snippets.engine.runs.cache import Cache

BY = (version("jinja2"), sys.version)  # what compiles, and for whom


class Compiled(BytecodeCache):
    """Keeps what Jinja made of each template where runs are kept, by its text, this Jinja and this Python."""

    def __init__(self, kept: Cache) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over what is kept of a template; Jinja compiles it where nothing is, or nothing that it can read."""
        try:
            bucket.bytecode_from_string(b64decode(self._kept.text(_digest(bucket)) or "", validate=True))
        except Exception:  # whatever a damaged file makes of the two formats that lie in one another here
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja made of a template, where that can be written."""
        self._kept.put_text(_digest(bucket), b64encode(bucket.bytecode_to_string()).decode())


def _digest(bucket: Bucket) -> str:
    state = ("template", bucket.key, bucket.checksum, *BY)
    return hashlib.sha256("\0".join(state).encode()).hexdigest()
