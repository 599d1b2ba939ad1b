"""Law: a check refuses each mutant of a right answer, or a line beside this file says why it is right as well.

Of the mutants of an exercise a fixed sample is judged, and in CI all of them, in a process that forks, so that nothing
is imported for each of them again.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.laws.test_every_exercise import LEFT_BY_TOOLS, Exercise, exercises
from tests.support import mutants, warm
from tests.support.course import REAL
from tests.support.mutants import Mutant
from tests.support.sample import IN_CI, sample

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")
REBUILT = (
    *("predict_outputs", "count_words"),  # threads_and_processes
    *("roll_call", "warmer_days"),  # python_threads
    *("mend_six", "result_thread", "stoppable_worker", "request_context"),  # creating_threads
    *("safe_account", "consistent_counter", "interleaving", "unlucky_order", "read_write_lock"),  # locks
    *("transfer", "philosophers"),  # two_smoking_barrels
    *("mend_for_spawn", "primes_below", "results_by_queue"),  # multiprocessing
    *("bounded_stock", "meeting_point"),  # stocks
    *("any_method", "rainy_days"),  # start_methods
    *("ask_all", "region_means", "rate_limit"),  # executors
    *("last_orders", "stages"),  # queues
    *("cores_in_use", "fingerprints"),  # gil
    *("one_desk", "shared_iterator"),  # free_threading
    *("growing_bar", "survive"),  # pools
    *("best_workers", "unblock"),  # choosing
    *("bank_audit", "crawler", "live_picture", "word_count"),  # exercises
)
TEXTS = ("predict_outputs", "unlucky_order")  # of these REBUILT the answer is no code, but what its texts say
RUN_THEMSELVES = (  # of these, the check runs the answer as a program
    *("mend_price_tag",),  # threads_and_processes
    *("mend_for_spawn", "mend_lost_results", "mend_no_guard"),  # multiprocessing
)
SAMPLE = 1  # mutants of an exercise or a step
JUDGED = [exercise for exercise in exercises(REAL) if exercise.is_step or exercise.name in REBUILT]


def named(exercise: Exercise) -> dict[str, Mutant]:
    """All mutants of its right answers, by names that say what was done to which."""
    seen = str if exercise.name in RUN_THEMSELVES else mutants.without_main
    kinds = [mutants.mutants, *[mutants.without_words] * (exercise.name in TEXTS)]
    return {
        f"{path.stem}, {mutant.said}": mutant
        for path in exercise.right_answers()
        for kind in kinds
        for mutant in kind(seen(path.read_text(encoding="utf-8")))
    }


def equivalent() -> dict[str, str]:
    """The mutants that are right as well, and why."""
    lines = [line for line in EQUIVALENT.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {name: why for name, _, why in (line.partition(" -- ") for line in lines)}


def statuses(exercise: Exercise, sources: dict[str, str], place: Path, jobs: int = 2) -> dict[str, tuple[int, str]]:
    """How pytest ends for each of these answers of an exercise, and what it prints."""
    folders = {}
    for number, (name, source) in enumerate(sources.items()):
        folder = place / f"{number}"
        left_out = shutil.ignore_patterns(*LEFT_BY_TOOLS, "*_wrong_*", "*_right_*", "*_solution*")
        shutil.copytree(exercise.folder, folder, ignore=left_out)
        (folder / exercise.starter.name).write_text(source, encoding="utf-8")
        folders[str(folder)] = name
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PY", "COV_", "COLUMNS"))}
    run = subprocess.run(
        [sys.executable, "-P", warm.__file__, str(jobs)],
        input="\n".join(folders),
        env={**clean, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    told = (json.loads(line) for line in run.stdout.splitlines())
    return {folders[folder]: (status, output) for folder, status, output in told}


def parts() -> list[tuple[Exercise, int, int]]:
    """The exercises in parts, each with its number and how many there are: one where a sample is judged."""
    of = {exercise: (2 if exercise.is_step else 8) if IN_CI else 1 for exercise in JUDGED}
    return [(exercise, part, of[exercise]) for exercise in sample(JUDGED, 24) for part in range(of[exercise])]


@pytest.mark.timeout(600)  # where all are judged, beside other work
@pytest.mark.parametrize(("exercise", "part", "of"), parts(), ids=str)
def test_the_check_refuses_the_mutants_of_its_right_answers(
    exercise: Exercise, part: int, of: int, tmp_path: Path
) -> None:
    found = named(exercise)
    names = sample(sorted(found.keys() - equivalent().keys()), SAMPLE)[part::of]
    told = statuses(exercise, {name: found[name].source for name in names}, tmp_path)
    assert told.keys() == set(names)
    passed = [name for name, (status, _) in told.items() if status not in (1, 2)]
    assert not passed, "the check accepts:\n" + "\n".join(passed)


def test_the_forking_process_accepts_a_right_answer_and_refuses_the_starter(tmp_path: Path) -> None:
    exercise = JUDGED[0]
    right, starter = exercise.answers("solution")[0], exercise.starter
    told = statuses(exercise, {"right": right.read_text(), "starter": starter.read_text()}, tmp_path)
    assert {name: status for name, (status, _) in told.items()} == {"right": 0, "starter": 1}


def test_what_is_said_to_be_equivalent_is_a_mutant_and_has_a_reason() -> None:
    known = {name for exercise in JUDGED for name in named(exercise)}
    assert not equivalent().keys() - known
    assert all(len(why.split()) > 3 for why in equivalent().values())


def test_what_a_program_does_only_when_it_is_run_itself_is_left_out() -> None:
    source = 'import os\n\nif os.sep:\n    os.getpid()\n\nif __name__ == "__main__":\n    os.getcwd()\n'
    assert mutants.without_main(source) == source[: source.index("if __name__")]
    assert mutants.without_main(source[: source.index("if __name__")]) == source[: source.index("if __name__")]
    with_main = source.replace("if __name__", "def main():\n    os.getpid()\n\nif __name__")
    assert mutants.without_main(with_main) == with_main[: with_main.index("def main")]


def test_of_an_answer_that_is_texts_each_word_is_left_out_once_and_each_sign_of_one_word() -> None:
    source = '"""Not this one."""\n\nORDER = "112"\n\n\ndef desk():\n    return "clerk: 0\\nchief: 3"\n'
    said = [mutant.said for mutant in mutants.without_words(source)]
    assert said == [
        *("line 3: without `1` at 0", "line 3: without `2` at 2"),
        *("line 7: without `clerk:` at 0", "line 7: without `0` at 7"),
        *("line 7: without `chief:` at 9", "line 7: without `3` at 16"),
    ]
