"""Load the price list once, because one lock holds the check and the load."""

import threading

prices: dict[str, int] | None = None
loads: list[str] = []
prices_lock = threading.Lock()
opening = threading.Barrier(8)


def load_prices() -> dict[str, int]:
    loads.append(threading.current_thread().name)
    return {"stalls": 12, "balcony": 9}


def price_of(seat: str) -> int:
    global prices
    opening.wait()
    with prices_lock:
        if prices is None:
            prices = load_prices()
        return prices[seat]


seats = ["stalls"] * 8
windows = [threading.Thread(target=price_of, args=(seat,)) for seat in seats]
for window in windows:
    window.start()
for window in windows:
    window.join()
print("times the price list was loaded:", len(loads))
