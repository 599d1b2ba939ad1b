"""A call fails, and nobody asks its future."""

from concurrent.futures import ThreadPoolExecutor

readings = {}


def store(station, text):
    readings[station] = float(text)


# --8<-- [start:store]
with ThreadPoolExecutor(max_workers=2) as executor:
    executor.submit(store, "harbour", "7.5")
    executor.submit(store, "summit", "minus four")
print("all calls are done:", readings)
# --8<-- [end:store]
