"""A cook goes home when the queue is empty, a moment before the next slip."""

import queue
import threading

slips = queue.Queue()
cook_is_gone = threading.Event()


def cook():
    while not slips.empty():
        print("cooking", slips.get())
    print("the queue is empty, going home")
    cook_is_gone.set()


slips.put("soup")
thread = threading.Thread(target=cook)
thread.start()
cook_is_gone.wait()  # the second guest reads the menu
slips.put("fish")
thread.join()
print("never cooked:", slips.get())
