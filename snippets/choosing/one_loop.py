"""Serve three visitors in one thread: where one waits, another goes on."""

import asyncio
import threading


async def serve(visitor, seconds):
    print(f"{visitor} asks")
    await asyncio.sleep(seconds)  # until the archive answers
    print(f"{visitor} is answered in the {threading.current_thread().name}")
    return visitor


async def main():
    visitors = [serve("Ada", 0.3), serve("Ben", 0.2), serve("Cleo", 0.1)]
    print("results:", await asyncio.gather(*visitors))


asyncio.run(main())
