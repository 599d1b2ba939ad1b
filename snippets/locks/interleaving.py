"""Two desks sell one ticket each, step by step, by a timetable."""

import threading

# --8<-- [start:timetable]
TIMETABLE = {
    "desk-1": "read  -     add   write  -    -",
    "desk-2": "-     read  -     -      add  write",
}
# --8<-- [end:timetable]
sold = 0
next_step = threading.Barrier(2)


def sell(plan):
    global sold
    for step in plan.split():
        if step == "read":
            value = sold
        elif step == "add":
            value = value + 1
        elif step == "write":
            sold = value
        if step != "-":
            print(threading.current_thread().name, step, value)
        next_step.wait()


desks = []
for name, plan in TIMETABLE.items():
    desks += [threading.Thread(target=sell, name=name, args=(plan,))]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("main read", sold)
