"""An executor does it in its own way: it leaves its block when all calls have come back."""

from concurrent.futures import ThreadPoolExecutor


def ask_both(rye, oats):
    with ThreadPoolExecutor(max_workers=2) as executor:
        executor.submit(rye)
        executor.submit(oats)
