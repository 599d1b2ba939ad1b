"""A dictionary at the top level, which is changed and not assigned to, needs no `global`."""

settings = {}


def begin(edition):
    if edition not in ("C", "F"):
        raise ValueError(f"there is no unit {edition}")
    settings["unit"] = edition


def forecast(celsius):
    return f"{celsius} °C" if settings["unit"] == "C" else f"{celsius * 9 // 5 + 32} °F"
