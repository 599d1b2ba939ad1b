"""One thread sells for all desks: a pool has as many workers as it is told."""

from concurrent.futures import ThreadPoolExecutor

sold = 0
_desk = ThreadPoolExecutor(max_workers=1)


def _sell(one_more):
    global sold
    sold = one_more(sold)


def sell(one_more):
    _desk.submit(_sell, one_more).result()
