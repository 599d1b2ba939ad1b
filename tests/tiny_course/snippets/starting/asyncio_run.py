"""Two tasks take turns."""

import asyncio


async def ping(pong: asyncio.Event) -> None:
    print("ping")
    pong.set()


async def main() -> None:
    pong = asyncio.Event()
    task = asyncio.create_task(ping(pong))
    print("waiting")
    await pong.wait()
    print("pong")
    await task


asyncio.run(main())
