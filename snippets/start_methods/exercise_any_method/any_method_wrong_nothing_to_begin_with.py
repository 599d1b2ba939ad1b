"""What each worker does as it begins wants the edition, and is not given it: worker after worker dies of that.

The check says: does not come to an end
"""

import multiprocessing

CELSIUS = {"Oslo": -5, "Rome": 20, "Cairo": 35}
unit = "C"


def forecast(city):
    degrees = CELSIUS[city] if unit == "C" else CELSIUS[city] * 9 // 5 + 32
    return f"{city}: {degrees} °{unit}, by {type(multiprocessing.current_process()).__name__}"


def begin(edition):
    globals()["unit"] = edition


def forecasts(cities, edition, method):
    with multiprocessing.get_context(method).Pool(2, begin) as pool:
        return pool.map(forecast, cities, chunksize=1)
