"""A worker calls both functions in one thread: what belongs to that is still there."""

import threading

own = threading.local()


def begin(edition):
    own.unit = edition
    if edition not in ("C", "F"):
        raise ValueError(f"there is no unit {edition}")


def forecast(celsius):
    return f"{celsius} °C" if own.unit == "C" else f"{celsius * 9 // 5 + 32} °F"
