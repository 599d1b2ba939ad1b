"""`global` stands where the name is read, and not where it is assigned.

The check says: after begin("F"), forecast(20) returned
"""

unit = "C"


def begin(edition):
    unit = edition
    if unit not in ("C", "F"):
        raise ValueError(f"there is no unit {unit}")


def forecast(celsius):
    global unit
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
