"""Run threads in every order of their steps that can make a difference; tests take the fixture `in_every_order`.

A step is a read or a write of data that threads may share, or a lock that is taken or given back. The answer and its
check are imported with a halt before each. One thread runs at a time, from its step to before its next one, and the
order says which. Orders that differ only in steps that cannot feel each other are tried once: the "sleep sets" of
P. Godefroid's thesis on partial orders.
"""

import ast
import linecache
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

HERE = str(Path(__file__).resolve().parent)
ANSWER = next(path.name.removeprefix("test_") for path in Path(__file__).resolve().parent.glob("test_*.py"))
MOST_ORDERS = 5_000
MOST_STEPS = 1_000  # of an order
MOST_TURNS = 20_000  # of the loops of a thread in an order
TIME = "the time"
CONTENTS = "the contents"  # of whichever list, dictionary or set
CHANGES = {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"}
LOOKS = {"any", "all", "dict", "len", "list", "max", "min", "set", "sorted", "sum", "tuple"}
REAL_LOCK, REAL_RLOCK, real_sleep = threading.Lock, threading.RLock, time.sleep


class OverError(BaseException):
    """Ends a thread whose order is over; no `except Exception` of an answer catches it."""


@dataclass(frozen=True)
class Step:
    """What a thread does next: to which data or lock, at which line, and for which lock it waits, until when."""

    what: object
    writes: bool
    place: tuple[str, int] = ("", 0)
    lock: "Lock | RLock | None" = None
    gives_up: bool = False

    def disturbs(self, other: "Step") -> bool:
        """Whether it matters which of the two comes first."""
        return self.what == other.what and (self.writes or other.writes)


class Lock:
    """In the place of `threading.Lock`: a thread that is led comes to a halt before it takes it or gives it back."""

    def __init__(self) -> None:
        self.real: Any = REAL_LOCK()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it, as the real one."""
        led = LED.get(threading.get_ident())
        if not led:
            return bool(self.real.acquire(blocking, timeout))
        led.reach(Step(self, True, whereabouts(), self if blocking else None, timeout >= 0))
        taken = bool(self.real.acquire(False))
        if not taken and timeout > 0:
            led.skipped += timeout
        return taken

    def release(self) -> None:
        """Give it back, as the real one."""
        led = LED.get(threading.get_ident())
        try:
            if led and not led.over:
                led.reach(Step(self, True, whereabouts()))
        finally:  # also where the order is over: a lock of the module is there in the next one
            self.real.release()

    def locked(self) -> bool:
        """Whether it is taken."""
        led = LED.get(threading.get_ident())
        if led:
            led.reach(Step(self, False, whereabouts()))
        return not self.is_free()

    def is_free(self) -> bool:
        """Whether somebody who waits for it could take it now."""
        free = bool(self.real.acquire(False))
        if free:
            self.real.release()
        return free

    __enter__ = acquire

    def __exit__(self, *_: object) -> None:
        self.release()


class RLock(Lock):
    """In the place of `threading.RLock`; a condition asks it for what has an underscore."""

    def __init__(self) -> None:
        self.real: Any = REAL_RLOCK()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it, as the real one: once more, if it is taken by the same thread."""
        if self._is_owned():
            return bool(self.real.acquire())
        return super().acquire(blocking, timeout)

    __enter__ = acquire

    def _is_owned(self) -> bool:
        return bool(self.real._is_owned())

    def _release_save(self) -> Any:
        return self.real._release_save()

    def _acquire_restore(self, state: Any) -> None:
        self.acquire()
        self.real.release()
        self.real._acquire_restore(state)


class Led:
    """A thread that takes a step whenever it is told to."""

    def __init__(self, name: str, work: Callable[[Any], object], state: Any) -> None:
        self.name = name
        self.step: Step | None = None  # the next one; None when it has come to its end
        self.error: BaseException | None = None
        self.over = False
        self.slept = -1  # how many steps had been taken when it last slept
        self.skipped = 0.0  # seconds that it slept, or waited in vain
        self._turns = 0
        self._go, self._halted = REAL_LOCK(), REAL_LOCK()
        self._go.acquire()
        self._halted.acquire()
        threading.Thread(target=self._run, args=(work, state), daemon=True).start()
        self._halted.acquire()

    def take_step(self) -> None:
        """Let it go on to before its next step, or to its end."""
        self._go.release()
        self._halted.acquire()

    def reach(self, step: Step) -> None:
        """Called by the thread itself: come to a halt before a step."""
        self.step = None if self.over else step
        if not self.over:
            self._halted.release()
            self._go.acquire()
        if self.over:
            raise OverError

    def end(self) -> None:
        """Let it end without another step."""
        self.over = True
        if self.step:
            self.take_step()

    def _run(self, work: Callable[[Any], object], state: Any) -> None:
        LED[threading.get_ident()] = self
        try:
            self.reach(Step("its start", False))
            work(state)
        except OverError:
            pass
        except BaseException as error:
            self.error = error
        finally:
            del LED[threading.get_ident()]
            self.step = None
            self._halted.release()

    def turn(self) -> None:
        """Called by the thread itself with each turn of a loop."""
        self._turns += 1
        if self._turns > MOST_TURNS:
            raise EndlessError


LED: dict[int, Led] = {}  # by the number of the thread


class EndlessError(BaseException):
    """Raised in a thread whose loops turn far more often than any answer needs."""


def sleep(seconds: float) -> None:
    """In the place of `time.sleep`: in an order, time is nothing but the steps of the others."""
    led = LED.get(threading.get_ident())
    if led:
        led.reach(Step(TIME, False))
        led.skipped += seconds
    else:
        real_sleep(seconds)


def skipping(real: Callable[[], float]) -> Callable[[], float]:
    """A clock on which the seconds that a thread slept have passed, though nobody waited for them."""

    def clock() -> float:
        led = LED.get(threading.get_ident())
        return real() + (led.skipped if led else 0)

    return clock


vars(threading).update(Lock=Lock, RLock=RLock, _allocate_lock=Lock, _time=skipping(time.monotonic))
vars(time).update({name: skipping(getattr(time, name)) for name in ("monotonic", "perf_counter", "time")}, sleep=sleep)


def is_ours(file: str) -> bool:
    """Whether a file is the answer or its check."""
    return file.startswith(HERE) and file != __file__


def whereabouts() -> tuple[str, int]:
    """The line of the answer, or of its check, that runs in this thread."""
    frame: FrameType | None = sys._getframe()
    while frame and not is_ours(frame.f_code.co_filename):
        frame = frame.f_back
    return (frame.f_code.co_filename, frame.f_lineno) if frame else ("", 0)


# --- Which places of the code are steps ---


def halt(result: Any, what: str, writes: bool) -> Any:
    """Come to a halt, if the thread is led, before what is done with `result`."""
    led = LED.get(threading.get_ident())
    if led and what in changing():
        led.reach(Step(what, writes, whereabouts()))
    return result


def turn() -> None:
    """Count a turn of a loop, if the thread is led."""
    led = LED.get(threading.get_ident())
    if led:
        led.turn()


@cache
def changing() -> set[str]:
    """All that some function of the answer writes, other than while an object is made."""
    found = set[str]()
    for function in ast.walk(ast.parse(Path(HERE, ANSWER).read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef) and function.name != "__init__":
            found |= {name for node in ast.walk(function) for name in written(node)}
    return found


def written(node: ast.AST) -> Iterable[str]:
    """What a piece of a function writes that other threads may see."""
    if isinstance(node, ast.Attribute):
        return [node.attr] if isinstance(node.ctx, ast.Store | ast.Del) else [CONTENTS] * (node.attr in CHANGES)
    if isinstance(node, ast.Subscript):
        return [CONTENTS] * isinstance(node.ctx, ast.Store | ast.Del)
    return node.names if isinstance(node, ast.Global | ast.Nonlocal) else []


class WithHalts(ast.NodeTransformer):
    """Puts a call of `halt` right before each read and write of what may be shared, and one of `turn` into loops."""

    def __init__(self, tree: ast.AST) -> None:
        declared = (node.names for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal))
        self._names = {name for names in declared for name in names}

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Halt between what has the attribute and the attribute."""
        what = CONTENTS if node.attr in CHANGES else node.attr
        self.generic_visit(node)
        node.value = halted(node.value, what, what == CONTENTS or not isinstance(node.ctx, ast.Load))
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Halt before a look into a list or a dictionary."""
        self.generic_visit(node)
        node.value = halted(node.value, CONTENTS, not isinstance(node.ctx, ast.Load))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Halt before a function goes through a list or a dictionary."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in LOOKS and node.args:
            node.args[0] = halted(node.args[0], CONTENTS, False)
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Halt before the read of a name that a function declares global or nonlocal."""
        if node.id not in self._names or not isinstance(node.ctx, ast.Load):
            return node
        nothing = halted(ast.Constant(None), node.id, False)
        return ast.copy_location(ast.BoolOp(ast.Or(), [nothing, node]), node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Halt before the write of such a name."""
        self.generic_visit(node)
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id in self._names:
                node.value = halted(node.value, target.id, True)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """Halt before the read of `+=` and, once its right side is known, before its write."""
        target = node.target
        what = target.id if isinstance(target, ast.Name) else CONTENTS
        if isinstance(target, ast.Attribute):
            what = target.attr
        self.generic_visit(node)
        node.value = halted(node.value, what, True)
        if not isinstance(target, ast.Name):
            target.value = halted(plain(target.value), what, False)
            return node
        return [ast.copy_location(ast.Expr(halted(ast.Constant(None), what, False)), node), node]

    def visit_For(self, node: ast.For) -> ast.AST:
        """Halt before a loop goes through something, and count its turns."""
        self.generic_visit(node)
        node.iter = halted(node.iter, CONTENTS, False)
        return counted(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        """Count the turns of a loop."""
        self.generic_visit(node)
        return counted(node)


def halted(result: ast.expr, what: str, writes: bool) -> ast.expr:
    """An expression, and a halt after it."""
    return ast.Call(ast.Name("_halt_", ast.Load()), [result, ast.Constant(what), ast.Constant(writes)], [])


def plain(result: ast.expr) -> ast.expr:
    """An expression without the halt after it."""
    return result.args[0] if isinstance(result, ast.Call) else result


def counted(loop: ast.For | ast.While) -> ast.AST:
    """A loop that counts its turns."""
    loop.body.insert(0, ast.Expr(ast.Call(ast.Name("_turn_", ast.Load()), [], [])))
    return loop


class WithHaltsLoader(Loader):
    """Imports a module with halts. Nothing of its code is kept, which others would import."""

    def __init__(self, file: str) -> None:
        self._file = file

    def exec_module(self, module: ModuleType) -> None:
        """Run the module; its halts call our functions."""
        tree = ast.parse(Path(self._file).read_bytes(), self._file)
        vars(module).update(_halt_=halt, _turn_=turn)
        exec(compile(ast.fix_missing_locations(WithHalts(tree).visit(tree)), self._file, "exec"), vars(module))


class Finder(MetaPathFinder):
    """Finds the answer and its check before anybody else does."""

    def find_spec(self, name: str, _path: Any, _target: Any = None) -> ModuleSpec | None:
        """A module that is to be imported with halts; None for all others."""
        file = str(Path(HERE, f"{name}.py"))
        if f"{name}.py" not in (ANSWER, f"test_{ANSWER}"):
            return None
        spec = ModuleSpec(name, WithHaltsLoader(file), origin=file)
        spec.has_location = True
        return spec


sys.meta_path.insert(0, Finder())


# --- All orders ---


@dataclass
class Choice:
    """A moment of an order: who could go on, with which step, who went, and whom to let sleep."""

    steps: dict[int, Step]  # by the number of the thread
    went: int
    asleep: set[int]

    def next(self) -> bool:
        """Choose another who could have gone, if there is one that makes a difference."""
        self.asleep.add(self.went)
        awake = [number for number in self.steps if number not in self.asleep]
        self.went = awake[0] if awake else self.went
        return bool(awake)

    def asleep_after(self) -> set[int]:
        """Who sleeps on: those whose step does not feel the one that was taken."""
        return {one for one in self.asleep if not self.steps[one].disturbs(self.steps[self.went])}


@dataclass
class Order:
    """One order: its choices, of which the first are given, and what came of it."""

    choices: list[Choice]
    threads: list[Led]
    taken: list[tuple[str, Step]] = field(default_factory=list)

    def run(self) -> str:
        """Take all steps; say what is wrong, if nothing can go on or no end comes."""
        while steps := self._open():
            number = len(self.taken)
            if number == len(self.choices):
                asleep = self.choices[-1].asleep_after() & steps.keys() if self.choices else set[int]()
                awake = [one for one in steps if one not in asleep]
                if not awake:
                    return ""  # all that may follow was tried
                self.choices.append(Choice(steps, awake[0], asleep))
            went = self.choices[number].went
            self.taken.append((self.threads[went].name, steps[went]))
            if steps[went].what == TIME:
                self.threads[went].slept = len(self.taken)
            self.threads[went].take_step()
            if len(self.taken) > MOST_STEPS or isinstance(self.threads[went].error, EndlessError):
                return f"{ANSWER} does not come to an end: it waits, or tries again, for ever."
        return self._standstill()

    @property
    def is_complete(self) -> bool:
        """Whether every thread came to its end."""
        return all(thread.step is None for thread in self.threads)

    def _open(self) -> dict[int, Step]:
        """The next steps of all that can go on; a wait with a time-out ends when nothing else does.

        So does a sleep during which nothing happened: who asks again and again leaves the others their turn.
        """
        steps = {number: thread.step for number, thread in enumerate(self.threads) if thread.step}
        able = {number: step for number, step in steps.items() if not step.lock or step.lock.is_free()}
        idle = {number for number, step in able.items() if step.what == TIME and self._nothing_happened(number)}
        others = {number: step for number, step in able.items() if number not in idle}
        return others or able or {number: step for number, step in steps.items() if step.gives_up}

    def _nothing_happened(self, number: int) -> bool:
        """Whether no other thread took a step since this one last slept."""
        thread = self.threads[number]
        return thread.slept >= 0 and all(name == thread.name for name, _ in self.taken[thread.slept :])

    def _standstill(self) -> str:
        waits = [(thread.name, thread.step) for thread in self.threads if thread.step]
        if not waits:
            return ""
        told = [f"{name} waits at {quoted(*step.place)}" for name, step in waits]
        return "\n  ".join(
            [f"{ANSWER} comes to a standstill: it waits for a lock or a signal that never comes.", *told]
        )


def try_all(start: Callable[[], Any], threads: dict[str, Callable[[Any], object]], check: Any) -> int:
    """Run `threads` on what `start` makes, in every order of steps that can matter; `check` what each order leaves.

    Gives the number of orders that came to their end, if none of them leaves something wrong.
    """
    choices: list[Choice] = []
    complete = 0
    for _ in range(MOST_ORDERS):
        state = start()
        order = Order(choices, [Led(name, work, state) for name, work in threads.items()])
        try:
            told = order.run() or failed(order) or (wrong(order, check, state) if order.is_complete else "")
            complete += order.is_complete
        finally:
            for thread in order.threads:
                thread.end()
        if told:
            pytest.fail(told, pytrace=False)
        while choices and not choices[-1].next():
            choices.pop()
        if not choices:
            return complete
    pytest.fail(f"{ANSWER} takes too many steps: not all orders of them could be tried.", pytrace=False)


# --- What the learner is told ---


def failed(order: Order) -> str:
    """The exception that a thread ended with, and where the answer raised it."""
    for error in (thread.error for thread in order.threads if thread.error):
        frames = reversed(list(traceback.walk_tb(error.__traceback__)))
        mine = ((frame.f_code.co_filename, line) for frame, line in frames)
        where = next((place for place in mine if Path(place[0]).name == ANSWER), ("", 0))
        return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}\n  {quoted(*where)}"
    return ""


def wrong(order: Order, check: Any, state: Any) -> str:
    """What the check says of an order that came to its end, and the steps that matter for it."""
    try:
        check(state)
    except AssertionError as error:
        first = str(error).splitlines()[0]
        return "\n  ".join([first, f"when the threads take these steps in {ANSWER}:", *told_steps(order.taken)])
    return ""


def told_steps(taken: Iterable[tuple[str, Step]]) -> Iterator[str]:
    """The steps on data, in words: what one thread reads and writes in a row on one line, it "reads and writes"."""
    merged: list[tuple[str, Step, str]] = []
    for name, step in taken:
        read = (name, Step(step.what, False, step.place), "reads")
        if step.writes and merged and merged[-1] == read:
            merged[-1] = (name, step, "reads and writes")
        elif step.place[1] and isinstance(step.what, str):
            merged.append((name, step, "writes" if step.writes else "reads"))
    for name, step, verb in merged:
        file, line = step.place
        where = f"at line {line}" if Path(file).name == ANSWER else "in the check"
        yield f"{name} {verb} {step.what} {where}: {linecache.getline(file, line).strip()}"


def quoted(file: str, line: int) -> str:
    """A line of the answer, word for word."""
    is_answer = Path(file).name == ANSWER
    return f"line {line}: {linecache.getline(file, line).strip()}" if is_answer else "asked by the check"


@pytest.fixture
def in_every_order() -> Callable[..., int]:
    """Try all orders: call it with what makes a state, the threads by name, and the check of what they leave."""
    return try_all
