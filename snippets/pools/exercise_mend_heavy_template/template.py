"""The template of the check. It is in a file of its own, which workers import and which needs nothing but Python."""

import multiprocessing
from typing import Any

here: list[str] = []  # what was done in the process of the check


class Template(bytes):
    """A template that notices where it is looked into, and each time it is sent."""

    def __getitem__(self, photo: Any) -> Any:
        if not multiprocessing.parent_process():
            here.append("looked")
        return bytes(self)[photo]

    def __reduce__(self) -> tuple[Any, ...]:
        here.append("sent")
        return Template, (bytes(self),)
