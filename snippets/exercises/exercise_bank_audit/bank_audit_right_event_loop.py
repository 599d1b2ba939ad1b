"""A loop of asyncio in a thread of its own owns the accounts: between two awaits, nobody else looks at them."""

import asyncio
import threading


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.loop = asyncio.new_event_loop()
        self.owner = threading.Thread(target=self.loop.run_forever)
        self.owner.start()

    async def move(self, source, target, amount):
        if target not in self.balances:
            raise KeyError(target)
        if self.balances[source] < amount:
            return False
        self.balances[source] -= amount
        self.balances[target] += amount
        return True

    async def copy(self):
        return dict(self.balances)

    def transfer(self, source, target, amount):
        return asyncio.run_coroutine_threadsafe(self.move(source, target, amount), self.loop).result()

    def audit(self):
        return asyncio.run_coroutine_threadsafe(self.copy(), self.loop).result()

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.owner.join()
        self.loop.close()
