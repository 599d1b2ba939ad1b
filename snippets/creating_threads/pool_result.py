"""A future brings back the result, or the exception."""

from concurrent.futures import ThreadPoolExecutor

STOCK = {"rye": 12, "spelt": 2}


# --8<-- [start:pool]
def count(flour):
    return STOCK[flour]


with ThreadPoolExecutor(max_workers=2) as executor:
    spelt = executor.submit(count, "spelt")
    oats = executor.submit(count, "oats")

print("spelt:", spelt.result())
try:
    print("oats:", oats.result())
except KeyError as error:
    print("we have no", error)
# --8<-- [end:pool]
