"""Make the streams of a captured program line-buffered, as they are on a terminal; spawned children inherit this."""

import sys

sys.stdout.reconfigure(line_buffering=True)
sys.stderr.reconfigure(line_buffering=True)
