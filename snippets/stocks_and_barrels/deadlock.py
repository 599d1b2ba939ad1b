"""Each of two threads holds the lock that the other one waits for."""

import sys
import threading
import traceback

locks = {"stock": threading.Lock(), "till": threading.Lock()}
both_hold_one = threading.Barrier(2)


def hand_over(held: str, wanted: str) -> None:
    with locks[held]:
        both_hold_one.wait()
        with locks[wanted]:
            print("never printed")


def show_stack(thread: threading.Thread) -> None:
    frame = sys._current_frames()[thread.ident or 0]
    frames = traceback.walk_stack(frame)
    stack = traceback.StackSummary.extract(frames, limit=1, capture_locals=True)
    print(f"{thread.name} stands in", *stack.format(), sep="\n", end="")


seller = threading.Thread(target=hand_over, args=("stock", "till"), name="seller")
refunder = threading.Thread(target=hand_over, args=("till", "stock"), name="refunder")
seller.start()
refunder.start()
seller.join(timeout=0.3)
refunder.join(timeout=0.3)
show_stack(seller)
show_stack(refunder)

# /// run
# timeout = 2
# ends = "timeout"
# ///
