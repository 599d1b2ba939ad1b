"""The unit is kept in memory that workers share, if they are started by fork.

The check says: now forecast(20) of the first returns '20 °C': each has a unit of its own
"""

import multiprocessing

unit = multiprocessing.Value("u", "C")


def begin(edition):
    if edition not in ("C", "F"):
        raise ValueError(f"there is no unit {edition}")
    unit.value = edition


def forecast(celsius):
    return f"{celsius} °C" if unit.value == "C" else f"{celsius * 9 // 5 + 32} °F"
