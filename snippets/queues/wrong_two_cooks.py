"""Two cooks see the same slip in a shared list, and both take it."""

import threading

slips = ["soup"]
both_have_looked = threading.Barrier(2)
told = []


def cook():
    if slips:
        both_have_looked.wait()
        try:
            told.append("cooking " + slips.pop(0))
        except IndexError as error:
            told.append(f"a cook gets IndexError: {error}")


cooks = [threading.Thread(target=cook) for _ in range(2)]
for thread in cooks:
    thread.start()
for thread in cooks:
    thread.join()
print(*sorted(told), sep="\n")
