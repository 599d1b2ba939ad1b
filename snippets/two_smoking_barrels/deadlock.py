"""Two threads each hold one lock, and then ask for the other."""

import sys
import threading
import traceback

locks = {"stock": threading.Lock(), "till": threading.Lock()}
both_hold_one = threading.Barrier(2)


def hand_over(held, wanted):
    with locks[held]:
        both_hold_one.wait()
        with locks[wanted]:
            print("never printed")


def show_stack(thread):
    frames = traceback.walk_stack(sys._current_frames()[thread.ident])
    stack = traceback.StackSummary.extract(frames, limit=1, capture_locals=True)
    print(f"{thread.name} is stuck in", *stack.format(), sep="\n", end="")


ann = threading.Thread(target=hand_over, args=("stock", "till"), name="Ann")
ben = threading.Thread(target=hand_over, args=("till", "stock"), name="Ben")
ann.start()
ben.start()
ann.join(timeout=0.3)
ben.join(timeout=0.3)
show_stack(ann)
show_stack(ben)

# /// run
# timeout = 2
# ends = "timeout"
# ///
