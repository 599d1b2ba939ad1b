"""The check of `mend_heavy_template`: plain `pytest` in this folder runs it.

It needs template.py, and `called.py` and `stuck.py`.
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest
from called import expect, imported, outcome
from template import Template, here

mend_heavy_template = imported("frame_all")
PHOTOS = [3, 0, 2, 1, 7, 7, 5, 4]
WORKERS = 2


def test_the_template_is_sent_once_to_each_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    make = ProcessPoolExecutor.__init__

    def noted(executor: Any, max_workers: Any = None, mp_context: Any = None, *more: Any, **options: Any) -> None:
        method = (mp_context or multiprocessing).get_start_method()
        expect(method == "spawn", f"frame_all starts its workers by {method}, not by spawn")
        expect(max_workers == WORKERS, f"frame_all asked for {max_workers} workers, not for {WORKERS}")
        make(executor, max_workers, mp_context, *more, **options)

    monkeypatch.setattr(ProcessPoolExecutor, "__init__", noted)
    raised, told = "", None
    try:
        told = outcome("frame_all()", lambda: mend_heavy_template.frame_all(Template(range(100, 110)), PHOTOS))
    except Exception as error:
        raised = f"{type(error).__name__}: {str(error).partition(chr(10))[0].partition(' at 0x')[0]}"
    sent, right = here.count("sent"), [100 + photo for photo in PHOTOS]
    expect(sent <= WORKERS, f"frame_all sent the template {sent} times for {len(PHOTOS)} photos, to {WORKERS} workers")
    expect(not raised, f"frame_all(template, {PHOTOS}) raised {raised}")
    expect("looked" not in here, "frame_all looked into the template in the process that called it, not in its workers")
    expect(isinstance(told, list), f"frame_all returned a {type(told).__name__}, not a list")
    expect(told == right, f"frame_all(template, {PHOTOS}) returned {told!r}, not {right}")
