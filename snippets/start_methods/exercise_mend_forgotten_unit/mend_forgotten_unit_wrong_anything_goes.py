"""Whatever it is, it is kept.

The check says: begin("K") raised nothing
"""

unit = "C"


def begin(edition):
    global unit
    unit = edition


def forecast(celsius):
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
