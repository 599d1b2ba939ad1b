"""Tell, from within the threads of a program, when one comes to a line or to a place in it where it is split."""

import inspect
import sys
import threading
import types
from typing import Any

from .stepped import Stepped
from .turn import current

TOOL = 2  # sys.monitoring.PROFILER_ID


def watch(stepped: Stepped) -> None:
    """Hold every thread at each step of the stepped functions; coroutines are held by their loop.

    From 3.12 on `sys.monitoring` tells of lines and instructions; before, a trace function does. (From 3.13 on that
    would not: it is told of no instructions that it asks for when a function is called.)
    """
    if sys.version_info >= (3, 12):
        events = sys.monitoring.events
        sys.monitoring.use_tool_id(TOOL, __name__)
        sys.monitoring.register_callback(TOOL, events.LINE, _on_line)
        sys.monitoring.register_callback(TOOL, events.INSTRUCTION, _on_instruction)
        for code in stepped.codes:
            if not code.co_flags & inspect.CO_COROUTINE:
                wanted = events.LINE | events.INSTRUCTION if stepped.splits[code] else events.LINE
                sys.monitoring.set_local_events(TOOL, code, wanted)
    else:
        threading.settrace(_traced)
        sys.settrace(_traced)


def _on_line(_: types.CodeType, line: int) -> None:
    if turn := current():
        turn.at_line(sys._getframe(1), line)


def _on_instruction(code: types.CodeType, offset: int) -> None:
    turn = current()
    if turn and (place := turn.stepped.splits[code].get(offset)):
        turn.at(sys._getframe(1), place)


def _traced(frame: types.FrameType, event: str, _: object) -> Any:
    turn, code = current(), frame.f_code
    if turn is None or code not in turn.stepped.codes or code.co_flags & inspect.CO_COROUTINE:
        return None
    frame.f_trace_opcodes = bool(turn.stepped.splits[code])
    if event == "line":
        turn.at_line(frame, frame.f_lineno)
    elif event == "opcode" and (place := turn.stepped.splits[code].get(frame.f_lasti)):
        turn.at(frame, place)
    return _traced
