"""The check of `mend_missing_stations`: plain `pytest` in this folder runs it.

It needs degrees.py, and `called.py` and `stuck.py`.
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from called import expect, imported, outcome
from degrees import Degrees, compared_here, sent

mend_missing_stations = imported("coldest_of")
COUNTRIES = ["Italy", "Norway", "Italy"]
GIVEN = {"Norway": [-5, -15, 1], "Italy": [20, 15, 17], "Egypt": [35]}
CALL = f"coldest_of(executor, {COUNTRIES}, …)"


def test_spawned_workers_find_the_coldest() -> None:
    stations: dict[str, list[int]] = {country: [*map(Degrees, those)] for country, those in GIVEN.items()}

    def find() -> Any:
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
            list(executor.map(abs, [1, 2]))  # they have started
            return mend_missing_stations.coldest_of(executor, COUNTRIES, stations)

    raised, told = "", None
    try:
        told = outcome("coldest_of()", find)
    except Exception as error:
        raised = f"{type(error).__name__}: {str(error).partition(chr(10))[0].partition(' at 0x')[0]}"
    expect(not raised, f"{CALL} raised {raised}")
    expect(not compared_here, "coldest_of compared temperatures in the process that called it, not in a worker")
    expect(35 not in sent, f"coldest_of sent the temperatures of Egypt, and asked for were {COUNTRIES}")
    expect(isinstance(told, list), f"coldest_of returned a {type(told).__name__}, not a list")
    expect(told == [15, -15, 15], f"{CALL} returned {told!r}, not {[15, -15, 15]}")
