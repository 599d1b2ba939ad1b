"""Somebody hoped that the unit comes with each call.

The check says: after begin("F"), forecast(20) raised TypeError
"""


def begin(edition):
    if edition not in ("C", "F"):
        raise ValueError(f"there is no unit {edition}")


def forecast(celsius, unit):
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
