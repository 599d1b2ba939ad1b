"""Three stations are asked, and the first answer is enough."""

import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

the_fog_is_gone = threading.Event()


def wind(station):
    if station != "airport":
        the_fog_is_gone.wait()
    return f"{station}: 12 knots"


with ThreadPoolExecutor(max_workers=3) as executor:
    futures = [executor.submit(wind, station) for station in ("harbour", "airport", "summit")]
    done, not_done = wait(futures, return_when=FIRST_COMPLETED)
    print("first:", done.pop().result())
    print("not done:", len(not_done))
    the_fog_is_gone.set()
    print("late:", sorted(future.result() for future in not_done))
