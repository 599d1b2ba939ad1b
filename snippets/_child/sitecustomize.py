"""Make the streams of a captured program line-buffered, as they are on a terminal; spawned children inherit this."""

import io
import sys

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(line_buffering=True)
