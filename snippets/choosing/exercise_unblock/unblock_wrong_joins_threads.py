"""Threads of its own recognise the pages, and the loop waits for their ends.

The check says: stops the loop
"""

import asyncio
import threading
import time


def recognise(page):
    time.sleep(0.2)
    return f"text of {page}"


async def recognise_all(pages):
    texts = {}

    def work(place, page):
        texts[place] = recognise(page)

    threads = [threading.Thread(target=work, args=one) for one in enumerate(pages)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [texts[place] for place in range(len(pages))]
