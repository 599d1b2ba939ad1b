"""Hold a lock during four slow downloads, or only for the result."""

import threading
import time
from collections.abc import Callable

posters: list[bytes] = []
posters_lock = threading.Lock()


def download() -> bytes:
    time.sleep(0.05)
    return b"poster"


def lock_the_download() -> None:
    with posters_lock:
        posters.append(download())


def lock_the_result() -> None:
    poster = download()
    with posters_lock:
        posters.append(poster)


def seconds(target: Callable[[], None]) -> float:
    threads = [threading.Thread(target=target) for _ in range(4)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begin


print(f"lock held during the download: {seconds(lock_the_download):.4f} s")
print(f"lock held for the result only: {seconds(lock_the_result):.4f} s")

# /// run
# output = "varies"
# because = "it measures time"
# timeline = true
# shows = '''lock_held_during_the_download > 2 * lock_held_for_the_result_only'''
# ///
