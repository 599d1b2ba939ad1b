"""The end of the stock is an IndexError. So is a mistake in `ask`, which then ends a thread as if all was done.

The check says: raises IndexError('a mistake'); it
"""

import threading
from collections import deque
from collections.abc import Callable


def ask_all(
    stations: list[str], ask: Callable[[str], float], workers: int
) -> tuple[dict[str, float], dict[str, OSError]]:
    """The readings and the errors of all stations."""
    readings: dict[str, float] = {}
    errors: dict[str, OSError] = {}
    waiting = deque(stations)
    mistakes: list[Exception] = []

    def work() -> None:
        try:
            while True:
                station = waiting.popleft()
                try:
                    readings[station] = ask(station)
                except OSError as error:
                    errors[station] = error
        except IndexError:
            return  # nobody is left to be asked
        except Exception as error:
            mistakes.append(error)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for mistake in mistakes:
        raise mistake
    readings = {station: readings[station] for station in stations if station in readings}
    errors = {station: errors[station] for station in stations if station in errors}
    return readings, errors
