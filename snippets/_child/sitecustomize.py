"""Make the streams of a captured program line-buffered, as they are on a terminal; spawned children inherit this."""

import sys

for stream in (sys.stdout, sys.stderr):
    if stream:  # a parent may have closed it
        stream.reconfigure(line_buffering=True)
