"""An initializer may return what it likes; nobody looks at it.

The check says: after begin("F"), forecast(20) returned
"""

unit = "C"


def begin(edition):
    unit = edition
    if unit not in ("C", "F"):
        raise ValueError(f"there is no unit {unit}")
    return unit


def forecast(celsius):
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
