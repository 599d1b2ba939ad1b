"""Mend workers that forget their unit.

Each worker of a pool calls `begin(edition)` once, its initializer, with "C" or "F". After that it calls
`forecast(celsius)`, which makes a line such as "20 °C" or "68 °F", in the unit that this worker was told. No more than
that is sent to it. But whatever the edition is, all lines are in °C.
"""

unit = "C"


def begin(edition: str) -> None:
    """Keep the unit, or raise a ValueError if there is no such unit."""
    unit = edition  # TODO: whose name is this?
    if unit not in ("C", "F"):
        raise ValueError(f"there is no unit {unit}")


def forecast(celsius: int) -> str:
    """The line for a temperature, in the unit of this worker."""
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
