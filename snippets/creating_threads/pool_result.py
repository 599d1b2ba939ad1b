"""A future brings back the result, or the exception."""

from concurrent.futures import ThreadPoolExecutor

STOCK = {"locks": 12, "barrels": 2}


# --8<-- [start:pool]
def count(article: str) -> int:
    return STOCK[article]


with ThreadPoolExecutor(max_workers=2) as pool:
    barrels = pool.submit(count, "barrels")
    cannons = pool.submit(count, "cannons")

print("barrels:", barrels.result())
try:
    print("cannons:", cannons.result())
except KeyError as error:
    print("no such article:", error)
# --8<-- [end:pool]
