"""The template of the check. It is in a file of its own, which workers import and which needs nothing but Python."""

import multiprocessing
import os
import sys
from contextlib import suppress
from typing import Any

here: list[str] = []  # what was done in the process of the check
GATE = "TEMPLATE_GATE"  # where a pipe is, in which workers tell that they have looked into the template twice
FIRST = 3  # the photo that takes longest
looks = [0]  # of this worker


def with_a_call() -> bool:
    """Whether it is sent with a call, which goes to whichever worker is free, and not to a worker as it begins."""
    frame: Any = sys._getframe(1)
    while frame:
        is_call = type(frame.f_locals.get("obj")).__name__ == "_CallItem"  # of an executor
        if is_call or frame.f_code.co_name == "_handle_tasks":  # of a pool
            return True
        frame = frame.f_back
    return False


def wait_for_others(photo: Any) -> None:
    """Have the first photo wait until a worker has looked twice: so the other worker is done with another one."""
    looks[0] += 1
    with suppress(OSError, KeyError):
        pipe = os.open(os.environ[GATE], os.O_RDWR)
        if looks[0] == 2:
            os.write(pipe, b".")
        if photo == FIRST:
            os.read(pipe, 1)
        os.close(pipe)


class Template(bytes):
    """A template that notices where it is looked into, and each time it is sent."""

    def __getitem__(self, photo: Any) -> Any:
        if multiprocessing.parent_process():
            wait_for_others(photo)
        else:
            here.append("looked")
        return bytes(self)[photo]

    def __reduce__(self) -> tuple[Any, ...]:
        here.append("sent")
        if with_a_call():
            here.append("called")
        return Template, (bytes(self),)
