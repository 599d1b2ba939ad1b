"""Two tasks of one thread sell a ticket each, and await between read and write."""

import asyncio

sold = 0


async def sell():
    global sold
    seen = sold
    await asyncio.sleep(0.01)
    sold = seen + 1


async def open_desks():
    async with asyncio.TaskGroup() as desks:
        desks.create_task(sell(), name="desk-1")
        desks.create_task(sell(), name="desk-2")


asyncio.run(open_desks())
print("sold:", sold)

# /// run
# steps = ["sell"]
# shared = ["sold"]
# ///
