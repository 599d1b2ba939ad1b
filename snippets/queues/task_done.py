"""The waiter waits until every slip is dealt with, also that of a burnt dish."""

import queue
import threading

slips = queue.Queue()
cooked = []


# --8<-- [start:cook]
def cook():
    while True:
        dish = slips.get()
        try:
            if dish == "fish":
                raise RuntimeError("the fish is burnt")
            cooked.append(dish)
        except RuntimeError as error:
            print(error)
        finally:
            slips.task_done()


# --8<-- [end:cook]
# --8<-- [start:join]
threading.Thread(target=cook, daemon=True).start()
for dish in ("soup", "fish", "cake"):
    slips.put(dish)
slips.join()
print("the table is served:", cooked)
# --8<-- [end:join]
