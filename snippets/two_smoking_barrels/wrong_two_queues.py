"""A kitchen and a counter talk to each other through two queues."""

import queue
import threading

to_kitchen, to_counter = queue.Queue(), queue.Queue()


def kitchen():
    order = to_kitchen.get()
    to_counter.put(f"{order} is ready")


def counter():
    print(to_counter.get())
    to_kitchen.put("cheesecake")


threads = [threading.Thread(target=work, daemon=True) for work in (kitchen, counter)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(timeout=0.2)
print("still waiting:", sum(thread.is_alive() for thread in threads))
