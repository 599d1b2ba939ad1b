"""The program of the notes, repaired."""

# --8<-- [start:import]
import threading


# --8<-- [end:import]
def go():
    s = sum(i for i in range(100))
    print("Calculated sum", s)


# --8<-- [start:create]
thread = threading.Thread(target=go)
# --8<-- [end:create]
# --8<-- [start:start]
thread.start()
# --8<-- [end:start]
# --8<-- [start:join]
thread.join()
# --8<-- [end:join]
