"""What int() cuts off of a number below zero makes it warmer.

The check says: forecast(-18) returned '0 °F'; it should have returned '-1 °F'
"""

unit = "C"


def begin(edition: str) -> None:
    global unit
    unit = edition
    if unit not in ("C", "F"):
        raise ValueError(f"there is no unit {unit}")


def forecast(celsius: int) -> str:
    return f"{celsius} °C" if unit == "C" else f"{int(celsius * 1.8 + 32)} °F"
