"""`in "CF"` finds parts of a text, such as all of it.

The check says: begin("CF") raised nothing
"""

unit = "C"


def begin(edition):
    global unit
    if edition not in "CF":
        raise ValueError(f"there is no unit {unit}")
    unit = edition


def forecast(celsius):
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
