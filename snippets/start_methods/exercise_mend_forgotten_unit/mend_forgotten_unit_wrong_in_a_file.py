"""The unit is kept in a file, which is one for all workers.

The check says: now forecast(20) of the first returns '20 °C': each has a unit of its own
"""

from pathlib import Path


def begin(edition):
    if edition not in ("C", "F"):
        raise ValueError(f"there is no unit {edition}")
    Path("unit.txt").write_text(edition)


def forecast(celsius):
    unit = Path("unit.txt").read_text()
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
