"""Pause one window between the read and the write of a plain `+=`."""

import dis
import sys
import threading
from typing import Any

sold = 0
gate = threading.Barrier(2)


def sell() -> None:
    global sold
    sold += 1


def pause(frame: Any, *_: object) -> Any:
    if frame.f_code is sell.__code__:
        frame.f_trace_opcodes = True
        if dis.opname[frame.f_code.co_code[frame.f_lasti]] == "STORE_GLOBAL":
            gate.wait()  # it has read
            gate.wait()  # it may write
    return pause


def sell_slowly() -> None:
    sys._getframe().f_trace_opcodes = True  # 3.12 needs it before settrace
    sys.settrace(pause)
    sell()


slow_window = threading.Thread(target=sell_slowly)
slow_window.start()
gate.wait()
sell()
print("the fast window is done, sold:", sold)
gate.wait()
slow_window.join()
print("the slow window is done, sold:", sold)
