"""A thread for each station; a semaphore lets `workers` of them ask."""

import threading
from collections.abc import Callable


def means(regions: dict[str, list[str]], ask: Callable[[str], float], workers: int) -> dict[str, float]:
    """The mean temperature of each region."""
    door = threading.Semaphore(workers)
    told: dict[str, float] = {}
    errors: list[BaseException] = []

    def work(station: str) -> None:
        with door:
            try:
                told[station] = ask(station)
            except BaseException as error:
                errors.append(error)

    threads = [threading.Thread(target=work, args=(station,)) for those in regions.values() for station in those]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors:
        raise error
    return {region: sum(told[station] for station in those) / len(those) for region, those in regions.items()}
