"""`int` rounds towards zero, and `//` does not.

The check says: after begin("F"), forecast(-3) returned '27 °F'
"""

unit = "C"


def begin(edition):
    global unit
    unit = edition
    if unit not in ("C", "F"):
        raise ValueError


def forecast(celsius):
    return f"{celsius} °C" if unit == "C" else f"{int(celsius * 9 / 5) + 32} °F"
