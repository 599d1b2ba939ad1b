"""The check of `mend_heavy_template`: plain `pytest` in this folder runs it.

It needs template.py, and `called.py` and `stuck.py`. It leaves nothing to luck: the first photo is looked up until the
other worker is done with another one.
"""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

import pytest
from called import Call, comes_to_its_end, expect, imported
from template import FIRST, GATE, Template, here

mend_heavy_template = imported("frame_all")
PHOTOS = [3, 0, 2, 1, 7, 7, 5, 4]
WORKERS = 2
CORES = 7  # that this computer seems to have


def check_workers(number: Any, context: Any) -> None:
    """Fail unless two workers are asked for, which are started by spawn."""
    method = (context or multiprocessing).get_start_method()
    expect(method == "spawn", f"frame_all starts its workers by {method}, not by spawn")
    workers = f"{number} worker{'s' * (number != 1)}" if number else f"as many workers as there are cores, {CORES} here"
    expect(number == WORKERS, f"frame_all asked for {workers}, not for {WORKERS}")


def watch_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """See how many workers executors and pools have, and what starts them."""
    make, make_pool = ProcessPoolExecutor.__init__, Pool.__init__

    def noted(executor: Any, max_workers: Any = None, mp_context: Any = None, *more: Any, **options: Any) -> None:
        check_workers(max_workers, mp_context)
        make(executor, max_workers, mp_context, *more, **options)

    def noted_pool(pool: Any, processes: Any = None, *more: Any, **options: Any) -> None:
        pool._state = "none"  # as long as it is not made: a pool looks at it when it is forgotten
        check_workers(processes, options.get("context"))
        make_pool(pool, processes, *more, **options)

    monkeypatch.setattr(ProcessPoolExecutor, "__init__", noted)
    monkeypatch.setattr(Pool, "__init__", noted_pool)
    for cores in ("cpu_count", "process_cpu_count"):
        monkeypatch.setattr(os, cores, lambda: CORES, raising=False)


def in_words(call: Call) -> str:
    """What a call raised."""
    return f"{type(call.error).__name__}: {str(call.error).partition(chr(10))[0].partition(' at 0x')[0]}"


def test_the_template_is_sent_once_to_each_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    watch_workers(monkeypatch)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "gate")
        os.open(tmp_path / "gate", os.O_RDWR)  # what is written stays there as long as somebody has it open
        monkeypatch.setenv(GATE, str(tmp_path / "gate"))
    call = Call(lambda: mend_heavy_template.frame_all(Template(range(100, 110)), PHOTOS))
    for does in call.looks():
        held = f"a worker looks up photo {FIRST}, and frame_all has the other one look up nothing, or a single photo"
        expect(does != "stuck", f"{held}: it waits forever{call.where()}" if does == "stuck" else "")
    if isinstance(call.error, pytest.fail.Exception):
        raise call.error
    sent, right, told = here.count("sent"), [100 + photo for photo in PHOTOS], call.value
    expect(sent <= WORKERS, f"frame_all sent the template {sent} times for {len(PHOTOS)} photos, to {WORKERS} workers")
    free = "whichever worker is free takes it, so one may get the template twice"
    expect("called" not in here, f"frame_all sent the template with a call that a worker makes: {free}")
    expect(not call.error, f"frame_all(template, {PHOTOS}) raised {in_words(call)}")
    expect("looked" not in here, "frame_all looked into the template in the process that called it, not in its workers")
    expect(isinstance(told, list), f"frame_all returned a {type(told).__name__}, not a list")
    expect(told == right, f"frame_all(template, {PHOTOS}) returned {told!r}, not {right}")


@pytest.mark.parametrize("photos", [[5], []], ids=["one photo", "no photo"])
def test_another_call_has_another_template(photos: list[int]) -> None:
    call = Call(lambda: mend_heavy_template.frame_all(Template(range(200, 210)), photos))
    told, right = f"a later call, frame_all(another_template, {photos}),", [200 + photo for photo in photos]
    comes_to_its_end(told, call)
    expect(not call.error, f"{told} raised {in_words(call)}{call.raised_at}")
    expect(call.value == right, f"{told} returned {call.value!r}, not {right}")
