"""Hold a lock during four slow downloads, or only to store the results."""

import threading
import time

posters = []
posters_lock = threading.Lock()


def download():
    time.sleep(0.05)
    return "a poster"


def lock_the_download():
    with posters_lock:
        posters.append(download())


def lock_the_result():
    poster = download()
    with posters_lock:
        posters.append(poster)


for way in (lock_the_download, lock_the_result):
    threads = [threading.Thread(target=way) for _ in range(4)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{way.__name__}: {time.perf_counter() - start:.3f} s")

# /// run
# output = "varies"
# because = "it measures time"
# timeline = true
# shows = '''lock_the_download > 2 * lock_the_result'''
# ///
