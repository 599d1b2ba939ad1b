"""Put an object into a queue that cannot be pickled."""

import multiprocessing
import threading

if __name__ == "__main__":
    locks = multiprocessing.get_context("spawn").Queue()
    locks.put(threading.Lock())
    locks.close()
    locks.join_thread()
    print("put() raised nothing, and the program ends well")
