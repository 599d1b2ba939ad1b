"""A worker calls both functions in one thread: what belongs to that is still there."""

import threading

own = threading.local()


def begin(edition):
    own.unit = edition
    if edition not in ("C", "F"):
        raise ValueError(f"there is no unit {edition}")


def forecast(celsius):
    unit = getattr(own, "unit", "C")
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
