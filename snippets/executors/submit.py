"""Each submit returns a future at once, and the future has the result later."""

import threading
from concurrent.futures import ThreadPoolExecutor

the_air_is_clear = threading.Event()


def temperature(station):
    the_air_is_clear.wait()  # in place of waiting for the radio
    return {"harbour": 7.5, "summit": -4.0}[station]


# --8<-- [start:submit]
with ThreadPoolExecutor(max_workers=2) as executor:
    harbour = executor.submit(temperature, "harbour")
    summit = executor.submit(temperature, "summit")
    print("both asked; is the harbour done?", harbour.done())
    the_air_is_clear.set()
    print("harbour:", harbour.result())
    print("summit:", summit.result())
    print("is the harbour done now?", harbour.done())
# --8<-- [end:submit]
