"""Make the runs that are not kept: in parallel, the longest first by the seconds that programs last took."""

import tempfile
import threading
from collections.abc import Callable, Sequence

from snippets.engine.process.run import Run, Work
from snippets.engine.process.runner import run
from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.runs.progress import Progress
from snippets.engine.runs.schedule import Job, perform

Times = dict[str, tuple[float, float]]  # seconds on the clock and on processors that each program last took, by name
Take = Callable[[Work, Run], None]


def make(works: Sequence[Work], times: Times, take: Take, progress: Progress, cores: int | None) -> None:
    """Make every run of these, hand each to `take` as it ends, and put its seconds into `times`.

    Raises ProblemError where a program cannot be run at all, as on a full disk.
    """
    jobs = {_job(work, number, times): work for work in works for number in range(work.program.declaration.runs)}
    done = 0

    def report(job: Job, one: Run) -> None:
        nonlocal done
        done += 1
        times[jobs[job].program.name] = one.seconds, one.cpu
        take(jobs[job], one)

    perform(list(jobs), report, lambda running: progress(done, len(jobs), running), cores)


def _job(work: Work, number: int, times: Times) -> Job:
    declaration, name = work.program.declaration, work.program.name
    seconds, cpu = times.get(name, (float("inf"), float("inf")))
    load = min(1.0, max(0.1, cpu / seconds)) if name in times and seconds else 1.0
    alone = declaration.alone or declaration.timeline
    return Job(f"{name} {work.interpreter.label} {number}", lambda stop: _run(work, stop), alone, seconds, load)


def _run(work: Work, stop: threading.Event) -> Run:
    declaration = work.program.declaration
    try:
        return run(work.program.path, work.interpreter, declaration.timeout, stop, timeline=declaration.timeline)
    except OSError as error:
        advice = f"It needs {work.interpreter.path} and room in {tempfile.gettempdir()}; TMPDIR names another folder."
        where = f"snippets/{work.program.name}"
        raise ProblemError(Problem(where, 1, f"It cannot be run: {error}.", advice)) from error
