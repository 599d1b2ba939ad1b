"""Load the price list twice, although the code asks whether it is there."""

import threading

prices: dict[str, int] | None = None
loads: list[str] = []
both_found_none = threading.Barrier(2)


def load_prices() -> dict[str, int]:
    both_found_none.wait()
    loads.append(threading.current_thread().name)
    return {"stalls": 12, "balcony": 9}


def price_of(seat: str) -> int:
    global prices
    if prices is None:
        prices = load_prices()
    return prices[seat]


seats = ["stalls"] * 2
windows = [threading.Thread(target=price_of, args=(seat,)) for seat in seats]
for window in windows:
    window.start()
for window in windows:
    window.join()
print("times the price list was loaded:", len(loads))
