"""Where two threads, then two processes, keep a global and a local list."""

import multiprocessing
import os
import queue
import threading

stock = []


def work(name, both, rows):
    basket = [name]
    stock.append(name)
    both.wait()  # from here on both workers have appended their name
    holds = " ".join(sorted(stock))
    rows.put(f"{name} {os.getpid():7}  {id(stock):12x} {holds:9} {id(basket):12x}")


def show(kind, make, both, rows):
    team = [make(target=work, args=(name, both, rows)) for name in ("ann", "ben")]
    for worker in team:
        worker.start()
    for row in sorted(rows.get() for _ in team):
        print(kind, row)
    for worker in team:
        worker.join()


if __name__ == "__main__":
    print("kind    who     pid  stock id     holds     basket id")
    show("thread ", threading.Thread, threading.Barrier(2), queue.Queue())
    spawn = multiprocessing.get_context("spawn")
    show("process", spawn.Process, spawn.Barrier(2), spawn.Queue())
    print("the parent's stock still holds", " ".join(sorted(stock)))

# /// run
# output = "varies"
# because = "the system hands out process ids and addresses"
# ///
