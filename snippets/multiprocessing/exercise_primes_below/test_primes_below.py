"""The check of `primes_below`: plain `pytest` in this folder runs it, with `watched.py`, `telling.py`,
`sharing.py` and `stuck.py`.

It leaves nothing to luck: the processes that call `is_prime` are held until as many do as were asked for, and 2 comes
last. And it knows again what they found: in one test, `is_prime` says of some numbers what is not true, and who takes
something that all share is held where another one could take it, too.
"""

from collections import Counter
from math import isqrt
from pathlib import Path
from typing import Any

import pytest
from sharing import HOLD, Sharing
from watched import Run, Sign, early_lines, expect

EDGES = [[140, 3], [31, 2], [3, 2]]  # a set of primes is in order up to 127, whatever it was made of
FEW = [[2, 3], [0, 2], [4, 1]]
LIE = (25, 35, 49, 23, 37)  # the first three are no primes, the others are
CHANGED = f"changed = lambda number, prime: not prime if number in {LIE} else prime"  # for `telling.py`
AT_HOME = """
@functools.wraps(real_call)
def at_home(*given, **named):  # workers lose no time: the main process alone tells of its calls, which are wrong
    return (real_call if multiprocessing.parent_process() else telling)(*given, **named)

setattr(answer, watched, at_home)
"""
ONE_CORE = "os.cpu_count = os.process_cpu_count = lambda: 1"  # who asks for no more workers than cores has too few
MANY = 12_000
SMALL_PIPES = """
import fcntl

def small(whole):
    def pipe(duplex=True):
        ends = whole(duplex)
        if not duplex and hasattr(fcntl, "F_SETPIPE_SZ"):
            fcntl.fcntl(ends[1].fileno(), fcntl.F_SETPIPE_SZ, 4096)
        return ends
    return pipe

connection.Pipe = small(connection.Pipe)  # with less room than there are primes
setattr(answer, watched, real_call)
"""
FULL = ": a process does not end before all that it put into a queue is taken out"


def serial(n: int) -> list[int]:
    """The primes below `n`, found in the slow way."""
    return [number for number in range(2, n) if all(number % divisor for divisor in range(2, number))]


def check_list(call: str, n: int, told: dict[str, Any]) -> None:
    """Fail unless the answer returned the list of the primes below `n`, and left nothing behind."""
    found, early = told["value"], early_lines(told["early"])
    expect(told["kind"] == "list", f"{call} returned something of type {told['kind']}, not a list")
    missing = ", ".join(str(prime) for prime in serial(n) if prime not in found)
    expect(not missing, f"{call} leaves out {missing}{early}")
    others = ", ".join(str(number) for number in found if number not in serial(n))
    expect(not others, f"{call} has {others} in its list: not a prime below {n}")
    expect(found == sorted(found), f"{call} returned the primes in the order {found}")
    expect(found == serial(n), f"{call} returned a prime more than once: {found}")
    workers = told["arguments"][1]
    expect(told["most"] <= max(workers, 1), f"{call} had {told['most']} processes at once, not {workers}")
    running = f"{call} returned, and did not wait for the end of {told['running']} of its processes{early}"
    expect(told["running"] == 0, running)


@pytest.mark.parametrize("workers", [2, 3])
def test_the_workers_work_at_once(workers: int, tmp_path: Path) -> None:
    n, callers, held, together, is_late = 60, set[int](), list[Sign](), False, workers == 2
    with Run(tmp_path, "is_prime", "primes_below", [[n, workers]], "" if is_late else ONE_CORE) as run:
        signs = run.signs()
        for sign in signs:
            if sign.kind == "returned":
                check_list(run.call, n, sign.what)
                sign.let_go_on()
                run.all_end(signs)
                break
            if sign.kind == "begins":
                expect(sign.worker > 0, f"{run.call} calls is_prime() in the main process")
                callers.add(sign.worker)
            if sign.kind == "stuck":
                if together or not held:
                    run.hangs()
                few = f"{run.call}: while is_prime({held[0].what}) is at work, {len(callers)} of {workers} processes"
                expect(False, f"{few} work, and no other begins{run.where()}")
            elif sign.kind == "rests":
                is_late = is_late and not together
            else:
                held.append(sign)
            together = together or len(callers) >= workers
            is_late = is_late and (sign.kind, sign.what) != ("ends", n - 1)  # with two workers, 2 comes last
            for one in list(held):
                if together and not (is_late and (one.kind, one.what) == ("begins", 2)):
                    held.remove(one)
                    one.let_go_on()
    expect(len(callers) > 0, f"{run.call} never calls is_prime()")


def test_the_list_is_made_of_what_the_workers_found(tmp_path: Path) -> None:
    n, said, called = 60, dict[int, bool](), Counter[int]()
    with Run(tmp_path, "is_prime", "primes_below", [[n, 2]], f"{CHANGED}\n{HOLD}") as run:
        sharing = Sharing(run)
        for sign in run.signs():
            if sign.kind == "returned":
                found = sign.what["value"]
                break
            if sign.kind == "begins":
                said[sign.what] = (sign.what in serial(n)) != (sign.what in LIE)
                called[sign.what] += 1
            sharing.takes(sign)
    for number in range(n):
        there, right = number in found, number in serial(n)
        if number in said:
            has = "has it" if there else "does not have it"
            told = f"{run.call} does not use what the workers found: the check let is_prime({number}) return"
            expect(there == said[number], f"{told} {said[number]} there, and the list {has}")
        asked = f"{run.call} has {number} in its list, and no worker called is_prime({number})"
        expect(number in said or not there or (right and number < 4), asked)
        expect(number in said or not right or number < 4, f"{run.call}: no worker called is_prime({number})")
    for number, times in sorted(called.items()):
        expect(times == 1, f"{run.call} calls is_prime({number}) {times} times: the workers do not share the numbers")


@pytest.mark.parametrize("calls", [EDGES, FEW], ids=["edges", "few"])
def test_other_numbers(calls: list[list[int]], tmp_path: Path) -> None:
    with Run(tmp_path, "is_prime", "primes_below", calls, AT_HOME) as run:
        signs = run.signs()
        for n, _ in calls:
            for sign in signs:
                if sign.kind == "stuck":
                    run.hangs()
                if sign.kind == "returned":
                    check_list(run.call, n, sign.what)
                    sign.let_go_on()
                    run.all_end(signs)
                    break
                expect(sign.kind != "begins", f"{run.call} calls is_prime() in the main process")
                sign.let_go_on()


def test_many_primes(tmp_path: Path) -> None:
    right = [number for number in range(2, MANY) if all(number % divisor for divisor in range(2, isqrt(number) + 1))]
    with Run(tmp_path, "is_prime", "primes_below", [[MANY, 2]], SMALL_PIPES) as run:
        for sign in run.signs():
            if sign.kind == "stuck":
                run.hangs(FULL if "join" in run.where() else "")
            if sign.kind == "returned":
                found = sign.what["value"]
                break
            sign.let_go_on()
    some = f"{len({*found} & {*right})} of them are among the {len(right)} primes"
    few = f"{run.call} returned {len(found)} numbers, and {some}"
    expect(sorted(found) == right, few)
    expect(found == right, f"{run.call} returned the primes in another order")
