"""With `global`, the assignment is to the name that `forecast` reads."""

unit = "C"


def begin(edition: str) -> None:
    """Keep the unit, or raise a ValueError if there is no such unit."""
    global unit
    unit = edition
    if unit not in ("C", "F"):
        raise ValueError(f"there is no unit {unit}")


def forecast(celsius: int) -> str:
    """The line for a temperature, in the unit of this worker."""
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
