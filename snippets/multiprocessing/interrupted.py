"""Ctrl-C interrupts the main thread, which tells the other thread and ends the workers."""

import multiprocessing
import signal
import threading
import time


def open_till(everybody):
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    everybody.wait()


def watch_door(closing):
    closing.wait()
    print("the thread was told")


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    everybody = spawn.Barrier(3)
    closing = threading.Event()
    door = threading.Thread(target=watch_door, args=(closing,))
    door.start()
    with spawn.Pool(2, open_till, (everybody,)) as tills:
        everybody.wait()
        sales = tills.map_async(time.sleep, [600, 600])
        print("the shop is open")
        try:
            sales.get()
        except KeyboardInterrupt:
            print("the main thread was interrupted")
    closing.set()
    door.join()
    print("the shop is closed")

# /// run
# interrupt = "the shop is open"
# ///
