"""Two threads print one line each, in two pieces."""

import threading

both_began = threading.Barrier(2)


def save() -> None:
    print("saving ... ", end="")
    both_began.wait()
    print("saved")


threads = [threading.Thread(target=save) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
