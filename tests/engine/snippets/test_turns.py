"""About `turns.py`, which exercises carry: endless calls of C, pools, and who looks again and again for hours."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import ROOT

HOME = ROOT / "snippets" / "queues" / "exercise_stages"
CHECK = """
from pathlib import Path
from turns import play


def test_it():
    play(Path(__file__).with_name("bakery.py"), lambda world, bakery: bakery.bake(), "bake()")
"""
CASES = {  # the answer, and the line that is told
    "it is called": (
        "import itertools\n\n\ndef bake():\n    sum(itertools.repeat(1))\n",
        "It is at line 5: sum(itertools.repeat(1))",
    ),
    "a thread calls it": (
        "import itertools\nimport threading\n\n\ndef knead():\n    sum(itertools.repeat(1))\n\n\n"
        "def bake():\n    baker = threading.Thread(target=knead)\n    baker.start()\n    baker.join()\n",
        "It is at line 6: sum(itertools.repeat(1))",
    ),
    "it is imported": (
        "import itertools\n\nbake = sum(itertools.repeat(1))\n",
        "It is at line 3: bake = sum(itertools.repeat(1))",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_call_of_c_that_never_ends_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    answer, told = CASES[case]
    for name in ("turns.py", "stuck.py"):
        shutil.copy(HOME / name, tmp_path)
    (tmp_path / "bakery.py").write_text(answer, encoding="utf-8")
    (tmp_path / "test_bakery.py").write_text(CHECK, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=100)
    assert run.returncode == 1, run.stdout
    assert f"bake() does not come to an end.\n{told}\n" in run.stdout
    assert "turns.py" not in run.stdout


RIGHT = {
    "a pool of threads, where one was before": """from multiprocessing.pool import ThreadPool


def knead():
    pool = ThreadPool(2)
    try:
        pool.map(str, range(3), chunksize=1)
    finally:
        pool.close()
        pool.join()


def bake():
    knead()
    knead()
""",
    "round and round, until others have ended that go round and round": """import threading


def bake():
    is_kneaded = []

    def knead():
        is_kneaded.append(True)

    def heat():
        while not is_kneaded:
            pass

    bakers = [threading.Thread(target=work) for work in (heat, knead)]
    for baker in bakers:
        baker.start()
    while any(baker.is_alive() for baker in bakers):
        pass
""",
}


@pytest.mark.parametrize("answer", RIGHT)
def test_an_answer_comes_to_its_end_whichever_thread_is_held(answer: str, tmp_path: Path) -> None:
    for name in ("turns.py", "stuck.py"):
        shutil.copy(HOME / name, tmp_path)
    (tmp_path / "bakery.py").write_text(RIGHT[answer], encoding="utf-8")
    (tmp_path / "test_bakery.py").write_text(CHECK, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=100)
    assert run.returncode == 0, run.stdout


LOOKS = """
from pathlib import Path
from turns import WrongError, play


def test_it():
    def scenario(world, bakery):
        bakery.bake(lambda: world.sleep(10_000))
        if not 10_000 <= world.clock <= LATEST:
            raise WrongError(f"it is over after {world.clock} s")

    play(Path(__file__).with_name("bakery.py"), scenario, "bake()")
"""
BAKES = {  # the answer, which looks again and again, and how many seconds later it may see what it waits for
    "whether another thread has ended": (
        "import threading\nimport time\n\n\ndef bake(knead):\n    baker = threading.Thread(target=knead)\n"
        "    baker.start()\n    while baker.is_alive():\n        time.sleep(0.01)\n    baker.join()\n",
        0.02,
    ),
    "whether another thread has ended, which another one looks at, too": (
        "import threading\nimport time\n\n\ndef bake(knead):\n    baker = threading.Thread(target=knead)\n\n"
        "    def look():\n        while baker.is_alive():\n            time.sleep(0.01)\n\n"
        "    baker.start()\n    looking = threading.Thread(target=look)\n    looking.start()\n"
        "    look()\n    looking.join()\n    baker.join()\n",
        0.02,
    ),
    "at the clock": (
        "import time\n\n\ndef bake(knead):\n    end = time.monotonic() + 10_000\n"
        "    while time.monotonic() < end:\n        time.sleep(0.0001)\n",
        10_000 / 30,
    ),
}


@pytest.mark.parametrize("looks", BAKES)
def test_who_looks_again_and_again_for_hours_sees_it_in_time(looks: str, tmp_path: Path) -> None:
    answer, late = BAKES[looks]
    for name in ("turns.py", "stuck.py"):
        shutil.copy(HOME / name, tmp_path)
    (tmp_path / "bakery.py").write_text(answer, encoding="utf-8")
    (tmp_path / "test_bakery.py").write_text(LOOKS.replace("LATEST", str(10_000 + late)), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=100)
    assert run.returncode == 0, run.stdout
