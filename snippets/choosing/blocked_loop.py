"""Recognise a page in the one thread of a loop that has visitors to answer."""

import asyncio
import time


def recognise():
    end = time.perf_counter() + 0.3
    while time.perf_counter() < end:
        pass


async def answer_visitors(waits):
    while True:
        begin = time.perf_counter()
        await asyncio.sleep(0.02)
        waits.append(time.perf_counter() - begin)


async def main():
    waits = []
    visitors = asyncio.create_task(answer_visitors(waits))
    await asyncio.sleep(0.2)
    # --8<-- [start:work]
    recognise()
    # --8<-- [end:work]
    await asyncio.sleep(0.2)
    visitors.cancel()
    print(f"longest wait of a visitor: {1000 * max(waits):.0f} milliseconds")


asyncio.run(main())

# /// run
# output = "varies"
# because = "it measures time"
# timeline = true
# shows = '''longest_wait_of_a_visitor >= 280'''
# ///
