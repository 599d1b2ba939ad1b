"""It is right for the edition that was tried.

The check says: after begin("C"), forecast(20) returned
"""

unit = "F"


def begin(edition):
    if edition not in ("C", "F"):
        raise ValueError(f"there is no unit {edition}")


def forecast(celsius):
    return f"{celsius} °C" if unit == "C" else f"{celsius * 9 // 5 + 32} °F"
