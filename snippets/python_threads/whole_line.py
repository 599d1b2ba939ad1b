"""Each thread prints its line whole, while it holds a lock that the others wait for."""

import threading

both_began = threading.Barrier(2)
printing = threading.Lock()


def save() -> None:
    both_began.wait()
    with printing:
        print("saving ... saved")


threads = [threading.Thread(target=save) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
