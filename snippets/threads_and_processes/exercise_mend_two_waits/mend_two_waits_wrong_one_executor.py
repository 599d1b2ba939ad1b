"""An executor with one worker asks one after the other, too.

The check says: and waits for the answer before it asks the other
"""

from concurrent.futures import ThreadPoolExecutor


def ask_both(rye, oats):
    with ThreadPoolExecutor(max_workers=1) as executor:
        executor.submit(rye)
        executor.submit(oats)
