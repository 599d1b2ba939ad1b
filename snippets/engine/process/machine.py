"""Where programs run: this machine, and what of it a build may use, which its programs inherit."""

import os
import platform
import resource
from collections.abc import Iterator

UNLIMITED = float("inf")
USUAL = {  # what a program has at least, where nobody took it away; unit and name of what there is less of
    "RLIMIT_AS": (UNLIMITED, "bytes of memory"),
    "RLIMIT_CPU": (UNLIMITED, "seconds on processors"),
    "RLIMIT_DATA": (UNLIMITED, "bytes of data"),
    "RLIMIT_FSIZE": (UNLIMITED, "bytes in a file"),
    "RLIMIT_NOFILE": (256, "open files"),
    "RLIMIT_NPROC": (1024, "processes"),
    "RLIMIT_STACK": (8_000_000, "bytes of stack"),
}


def cores() -> int:
    """The processors that this process and its children may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def machine() -> str:
    """This machine in a few words: system, processor architecture, cores, and whatever else slows a program down."""
    there, allowed = os.cpu_count() or 1, cores()
    processors = f"{allowed} of " * (allowed < there) + f"{there} core{'s' * (there != 1)}"
    return ", ".join([f"{platform.system()} {platform.machine()}", processors, *_restrictions()])


def _restrictions() -> Iterator[str]:
    """What programs have less of than usual."""
    if niceness := os.getpriority(os.PRIO_PROCESS, 0):
        yield f"nice {niceness}"
    given = limits()
    for name, (usual, what) in USUAL.items():
        soft, _ = given.get(name, (UNLIMITED, UNLIMITED))
        if soft < usual:
            yield f"at most {soft:,} {what}"


def limits() -> dict[str, tuple[float, float]]:
    """Each limit that programs inherit, as the system calls it: that in force, and that up to which they may raise it.

    Not among them is the one by which programs are marked.
    """
    names = [name for name in dir(resource) if name.startswith("RLIMIT_")]
    found = {name: resource.getrlimit(getattr(resource, name)) for name in names}
    return {name: (_number(soft), _number(hard)) for name, (soft, hard) in found.items()}


def _number(limit: int) -> float:
    return UNLIMITED if limit == resource.RLIM_INFINITY else limit
