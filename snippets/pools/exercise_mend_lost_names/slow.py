"""A photo that takes long. This is in a file of its own, which workers import and which needs nothing but Python."""

from collections.abc import Callable
from typing import Any

LONG = "panorama"
gates: list[Any] = []  # what opens when it may be done


def keep(gate: Any) -> None:
    """What a worker does first."""
    gates.append(gate)


class Slow:
    """A function of the answer, which takes long for one photo."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self.work = work

    def __call__(self, *given: Any, **options: Any) -> Any:
        if LONG in str((given, options)):
            gates[0].wait()
        return self.work(*given, **options)
