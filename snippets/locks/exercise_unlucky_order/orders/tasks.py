"""Tasks of asyncio, stepped at their awaits: from one to the next nothing else can run anyway."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any

from .actor import DONE, READY, STUCK, WAITS, Actor, Wanted
from .standins import NOON, replace
from .turn import Turn, current

real_sleep = asyncio.sleep


def install() -> None:
    """Let the loop of asyncio ask which task is to take a step, for the rest of this process."""
    replace(asyncio.BaseEventLoop, "_run_once", _run_once)
    library: Any = asyncio
    library.sleep = _sleep


def _run_once(real: Callable[[Any], None], loop: Any) -> None:
    """Run all that is ready except for steps of stepped tasks; of these one, when nothing else is ready."""
    turn = current()
    left = _hold_back(turn, loop) if turn and turn.here() else []
    real(loop)
    loop._ready.extendleft(reversed(left))


def _hold_back(turn: Turn, loop: Any) -> list[Any]:
    """Leave a loop only what it is to run now; gives what it is to run later."""
    for actor in turn.actors:
        if actor.task:
            actor.state = WAITS
    ready = [(handle, _actor(turn, handle)) for handle in loop._ready]
    chosen = [handle for handle, actor in ready if actor is None]
    if ready and not chosen:
        one = turn.choose([actor for _, actor in ready if actor])
        chosen = [handle for handle, actor in ready if actor is one]
    elif not ready and not loop._stopping:
        _pass_time(turn, [timer.when() for timer in loop._scheduled if not timer.cancelled()])
    left = [handle for handle, _ in ready if handle not in chosen]
    loop._ready.clear()
    loop._ready.extend(chosen)
    return left


def _pass_time(turn: Turn, timers: Sequence[float]) -> None:
    if timers:
        turn.clock = max(turn.clock, min(timers) - NOON)
    else:
        turn.finish(STUCK)


def _actor(turn: Turn, handle: Any) -> Actor | None:
    """Whose step it is, if it is that of a task in a stepped function."""
    task = getattr(getattr(handle, "_callback", None), "__self__", None)
    if not isinstance(task, asyncio.Task) or not any(_frames(turn, task)):
        return None
    actor = turn.of(task)
    if actor is None:
        actor = Actor(task.get_name(), task=task)
        turn.actors.append(actor)
        turn.look = _look
    actor.state = READY
    return actor


def _frames(turn: Turn, task: "asyncio.Task[Any]") -> Iterator[FrameType]:
    """The frames of the stepped functions that a task is in, from the outermost on."""
    coroutine: Any = task.get_coro()
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None)
        if frame and frame.f_code in turn.stepped.codes:
            yield frame
        coroutine = getattr(coroutine, "cr_await", None)


def _look(turn: Turn) -> None:
    """See where each task is."""
    for actor in turn.actors:
        if actor.task:
            frames = list(_frames(turn, actor.task))
            actor.frame = frames[-1] if frames else None
            actor.state = DONE if actor.task.done() else actor.state
            actor.wanted = _wanted(actor.task) if actor.state == WAITS else None


def _wanted(task: "asyncio.Task[Any]") -> Wanted:
    """What a task waits for: the object of asyncio whose method it awaits, or the future."""
    coroutine: Any = task.get_coro()
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None)
        if frame and frame.f_globals["__name__"].startswith("asyncio.") and "self" in frame.f_locals:
            call = frame.f_code.co_name
            return Wanted(lambda: False, frame.f_locals["self"], "" if call in ("acquire", "__aenter__") else call)
        awaited, coroutine = coroutine, getattr(coroutine, "cr_await", None)
    return Wanted(lambda: False, awaited)


async def _sleep(delay: float, result: Any = None) -> Any:
    """In a stepped function it takes no time, since the order of steps is chosen."""
    turn, task = current(), asyncio.current_task()
    if turn and task and any(_frames(turn, task)):
        delay = 0
    return await real_sleep(delay, result)
