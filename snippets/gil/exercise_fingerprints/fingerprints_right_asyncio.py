"""A loop of asyncio hands the files to an executor and awaits what its threads make of them."""

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor


def fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


async def hash_all(paths, workers):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(workers) as pool:
        made = {path: loop.run_in_executor(pool, fingerprint, path) for path in paths}
        return {path: await digest for path, digest in made.items()}


def fingerprints(paths, workers):
    return asyncio.run(hash_all(paths, workers))
