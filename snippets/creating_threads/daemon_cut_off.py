"""A daemon thread is cut off in mid-work when the program ends."""

import threading
import time

opened = threading.Event()


# --8<-- [start:daemon]
def write_report():
    try:
        print("report opened")
        opened.set()
        time.sleep(5)  # a slow disk
        print("report written")
    finally:
        print("report closed")


threading.Thread(target=write_report, daemon=True).start()
opened.wait()
print("the main thread is done")
# --8<-- [end:daemon]
