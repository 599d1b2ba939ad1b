"""Pause one desk between the read and the write of a plain `+=`."""

import dis
import sys
import threading

sold = 0
gate = threading.Barrier(2)


def sell():
    global sold
    sold += 1


def pause(frame, *_):
    if frame.f_code is sell.__code__:
        frame.f_trace_opcodes = True
        if dis.opname[frame.f_code.co_code[frame.f_lasti]] == "STORE_GLOBAL":
            gate.wait()  # it has read
            gate.wait()  # it may write
    return pause


def sell_slowly():
    sys._getframe().f_trace_opcodes = True  # 3.12 needs it before settrace
    sys.settrace(pause)
    sell()


slow_desk = threading.Thread(target=sell_slowly)
slow_desk.start()
gate.wait()
sell()
print("the fast desk is done, sold:", sold)
gate.wait()
slow_desk.join()
print("the slow desk is done, sold:", sold)
