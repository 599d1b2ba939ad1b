"""`python -m tests.benchmark [N …]`: how fast the course builds, against what cannot be beaten; ratios in one run.

Makes courses of N lessons with five programs each, and their twins that execute nothing: the same pages with the theme
and the extensions of the course (the floor), and with Material and a handful of extensions, as most sites have them
(plain); and the same pages in stock markdown-exec fences. Prints one table; nothing here is a test.
"""

import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from snippets.engine.process.machine import CHILD
from snippets.engine.process.remains import beside
from snippets.engine.process.sampler import Sampler
from snippets.engine.runs.library import library_of
from tests.support.site import ROOT

HOOKS = "content/engine/site/hooks.py"

PROGRAMS = 5
SIZES = (10, 50, 200)
WAITERS = 10  # lessons of programs that mostly wait
ROUNDS = 3
PAIRS = 400  # runs of a program that tells what it opens, and as many of the same that does not
REPEATS = 4  # edits of each kind in a round
LOOK = 0.5  # seconds between two looks of `mkdocs serve` for what was saved
PATIENCE = 120.0  # seconds for an edit to be seen
EDITS = {  # the file, a word in it, and the page that shows it
    "lesson": ("content/lessons/lesson_1.md", "prose", "lessons/lesson_1/"),
    "program": ("snippets/lesson_1/program_1.py", "counted", "lessons/lesson_1/"),
    "deck": ("slides/decks/lesson_1.md", "Slide", "slides/lesson_1/"),
}
# Where the tests can run there is Zensical, too, and markdown-exec would load it: readers do without.
ALONE = "import sys; sys.modules['zensical'] = None; from mkdocs.__main__ import cli; cli(prog_name='mkdocs')"
MKDOCS = (sys.executable, "-c", ALONE)
PROGRAM = '''"""Wait for an answer as a download does, and count to {top}, in a thread."""

import threading
import time


def count() -> None:
    time.sleep(0.15)
    total = sum(range({top}))
    print("counted", total)


counter = threading.Thread(target=count)
counter.start()
counter.join()
'''
WAITING = '''"""Wait for answer {top}, as a download does."""

import time

time.sleep(0.2)
print("answer", {top})
'''
IMPORTS = "import asyncio, concurrent.futures, http.server, multiprocessing.managers\n"
OURS = ("content.engine.", "custom_inline:", "hooks: [", "watch: [", "  glossary: ", "  not_found: ")
EXECUTES = ("- name: python", "class: python", "markdown_exec.", "custom_fences:")
PLAIN = """\
site_name: Plain
docs_dir: content
theme: { name: material }
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - toc: { permalink: true }
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
"""
BUSY = """\
import threading

def count():
    for _ in range(30_000_000):
        pass

threading.Thread(target=count).start()
count()
"""


@dataclass(frozen=True)
class Build:
    """One build: seconds on the clock, and the most memory that its process held, in MB."""

    seconds: float
    megabytes: float


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make(root: Path, lessons: int, kind: str, program: str = PROGRAM) -> Path:
    """Lay down a course of one kind, `ours`, `stock`, `floor` or `plain`, whose programs are made of a template."""
    names = [f"lesson_{number}" for number in range(lessons)]
    for name in names:
        programs = {f"{name}/program_{n}.py": program.format(top=1000 * n + len(name)) for n in range(PROGRAMS)}
        blocks = [fence(kind, file, text) for file, text in programs.items()]
        write(root / "content" / "lessons" / f"{name}.md", f"# {name}\n\nSome prose.\n\n" + "\n\n".join(blocks) + "\n")
        if kind == "ours":
            for file, text in programs.items():
                write(root / "snippets" / file, text)
            slides = [f'## Slide {n} {{minutes="1"}}\n\n{block}\n\n{NOTES}' for n, block in enumerate(blocks)]
            write(
                root / "slides" / "decks" / f"{name}.md",
                f'# {name} {{minutes="1"}}\n\n---\n\n' + "\n\n---\n\n".join(slides),
            )
    write(root / "content" / "index.md", "# Home\n")
    write(root / "mkdocs.yml", PLAIN if kind == "plain" else configuration(kind))
    return root


NOTES = "/// html | aside.notes\nNote: nothing to add.\n///"


def fence(kind: str, file: str, text: str) -> str:
    """A program on a page, as each kind of course writes it."""
    if kind == "ours":
        return f'```python exec="on" file="{file}"\n```'
    options = ' exec="on" source="above" result="text"' if kind == "stock" else ""
    return f"```python{options}\n{text}```"


def configuration(kind: str) -> str:
    """The course's own configuration, less what a kind does without."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    kept = text[: text.index("\nnav:")].replace(HOOKS, str(ROOT / HOOKS))
    kept = kept.replace("content/overrides", str(ROOT / "content" / "overrides"))
    return kept if kind == "ours" else without(kept, *(OURS if kind == "stock" else (*OURS, *EXECUTES)))


def without(text: str, *parts: str) -> str:
    """A text less all lines that hold one of the parts, each of which some line must hold."""
    lines = text.splitlines(keepends=True)
    idle = [part for part in parts if not any(part in line for line in lines)]
    if idle:
        sys.exit(f"mkdocs.yml: no line holds {', '.join(idle)}. Say in tests/benchmark.py what a course does without.")
    return "".join(line for line in lines if not any(part in line for part in parts))


def build(root: Path) -> Build:
    """Build a course once, in a process of its own."""
    command = [*MKDOCS, "build", "--quiet", "--site-dir", str(root / "site")]
    with tempfile.TemporaryFile() as told:  # no pipe: nobody drains it before the build has ended
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        if process.returncode:
            sys.exit(told.read().decode())
    return Build(seconds, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024))


def environment() -> dict[str, str]:
    """The environment of a build, without Material's notice and whatever else Python was told here."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**given, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a course; gives its address once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*MKDOCS, "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=root, env=environment(), stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/", "Home")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, text: str) -> float:
    """Seconds until a page holds a text."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as page:
                if text in page.read().decode():
                    return time.perf_counter() - begun
        except OSError:
            pass
        time.sleep(0.01)
    sys.exit(f"{address} never showed {text!r}")


def edits(root: Path, kinds: Iterable[str], already: int) -> dict[str, list[float]]:
    """Serve a course, and edit a file of each kind several times; gives the seconds until each edit was seen.

    `already` is how often each was edited before.
    """
    with served(root) as address:
        times = range(already, already + REPEATS)
        return {kind: [_edit(root, kind, number, address) for number in times] for kind in kinds}


def _edit(root: Path, kind: str, already: int, address: str) -> float:
    path, word, page = EDITS[kind]
    time.sleep(random.uniform(0, LOOK))  # an author saves at any moment, not just after the last build
    text = (root / path).read_text(encoding="utf-8")
    old, new = word + "x" * already, word + "x" * (already + 1)
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return wait_for(address + page, new)


def measure(folder: Path, lessons: int) -> None:
    """Print the lines of the table for one size.

    Ours, the floor and plain MkDocs take turns. Of the builds of each the best counts, of the edits the median: they
    wait for a look.
    """
    kinds = ("ours", "stock", "floor", "plain")
    ours, stock, floor, plain = (make(folder / f"{kind}-{lessons}", lessons, kind) for kind in kinds)
    cold, theirs, bound = build(ours), build(stock), lower_bound(ours)
    bottom, warm, usual = best_in_turn(floor, ours, plain)
    starts = range(0, ROUNDS * REPEATS, REPEATS)
    seen = [(edits(floor, ["lesson"], start), edits(ours, EDITS, start)) for start in starts]
    floor_edit = median(second for theirs_seen, _ in seen for second in theirs_seen["lesson"])
    against = {
        "lower bound + floor": bound + bottom.seconds,
        "stock": theirs.seconds,
        "floor": bottom.seconds,
        "plain": usual.seconds,
    }
    told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in {**against, "lower bound": bound}.items())
    print(f"{lessons} lessons: {told}")
    for to, seconds in against.items():
        what, one = ("warm", warm) if to in ("floor", "plain") else ("cold", cold)
        print(f"  {what} {one.seconds:7.2f} s = {one.seconds / seconds:5.2f} times {to}, {one.megabytes:.0f} MB")
    for kind in EDITS:
        seconds = median(second for _, ours_seen in seen for second in ours_seen[kind])
        print(f"  edit of a {kind:7} seen after {seconds:.2f} s = {seconds / floor_edit:.2f} times floor's", flush=True)


def best_in_turn(*roots: Path) -> list[Build]:
    """The fastest build of each course, of several that take turns."""
    rounds = [[build(root) for root in roots] for _ in range(ROUNDS)]
    return [min(builds, key=lambda one: one.seconds) for builds in zip(*rounds, strict=True)]


def measure_waiting(folder: Path) -> None:
    """Print what a build from an empty cache takes whose programs mostly wait, against a machine that is used well."""
    ours, plain = (make(folder / f"waiting-{kind}", WAITERS, kind, WAITING) for kind in ("ours", "plain"))
    rounds = [(build(emptied(ours)).seconds, build(plain).seconds) for _ in range(ROUNDS)]
    cold, usual = map(min, zip(*rounds, strict=True))
    runs = [alone(path) for path in sorted(ours.glob("snippets/*/*.py"))]
    cpu, longest = sum(used for used, _ in runs) / (os.cpu_count() or 1), max(seconds for _, seconds in runs)
    bound = cpu + longest + usual
    told = f"CPU / cores {cpu:.2f} s, longest {longest:.2f} s, plain {usual:.2f} s"
    print(f"{WAITERS} lessons of programs that wait: {told}")
    print(f"  cold {cold:7.2f} s = {cold / bound:5.2f} times their sum", flush=True)


def emptied(root: Path) -> Path:
    """A course without anything that was kept of it."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    return root


def alone(path: Path, given: Mapping[str, str] | None = None) -> tuple[float, float]:
    """The CPU seconds and the seconds on the clock of a program, run by plain Python with nothing beside it."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, str(path)], env=given or environment(), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{path} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - begun


def watching(folder: Path) -> float:
    """Seconds of a processor that it takes to watch two busy threads, for each second on the clock: below 0.05."""
    path = folder / "busy.py"
    write(path, BUSY)
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, str(path)])
    with Sampler(process.pid, sys.executable, begun) as sampler:
        process.wait()
    return sampler.cpu / (time.monotonic() - begun)


def telling(folder: Path, program: str) -> tuple[float, float, float]:
    """The share of a program's CPU time in which it tells what it opens and imports: at the least, likely, at the most.

    It runs in pairs: one run tells, the other does not. By what they differ, all counts, also what Python itself does
    only where somebody listens.
    """
    path, home = folder / "telling.py", folder / "home"
    write(path, program)
    home.mkdir(exist_ok=True)
    Path(beside(str(home))).touch()
    silent = {name: value for name, value in environment().items() if name != "HOME"}  # beside which it is told
    silent["PYTHONPATH"] = str(CHILD)
    given = (silent, {**silent, "HOME": str(home)})
    alone(path, silent)  # compiles what prepares it
    pairs = [[0.0, 0.0] for _ in range(PAIRS)]
    for number, pair in enumerate(pairs):
        for tells in (number % 2, 1 - number % 2):  # in turn the one first and the other
            pair[tells] = alone(path, given[tells])[0]
    whole = median(without for without, _ in pairs)
    low, likely, high = middle([told - without for without, told in pairs])
    return low / whole, likely / whole, high / whole


def middle(values: list[float]) -> tuple[float, float, float]:
    """The median, between the bounds within which it lies in 95 of 100 cases, however the values are distributed."""
    ranked, half = sorted(values), len(values) / 2
    reach = 0.98 * len(values) ** 0.5  # half of 1.96 standard deviations of how many are below it
    return ranked[int(half - reach)], median(ranked), ranked[int(half + reach)]


def lower_bound(root: Path) -> float:
    """No build runs these programs faster: the longest of them, or all of them shared among the cores."""
    library = library_of(root)
    seconds = [run.seconds for name in library.names() for run in library.record(name).runs]
    return max(max(seconds), sum(seconds) / (os.cpu_count() or 1))


def main(sizes: list[int]) -> None:
    """Measure each size in a folder that is removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="benchmark-"))
    try:
        for said, program in (("waits and counts", PROGRAM.format(top=300_000)), ("imports much", IMPORTS)):
            low, likely, high = telling(folder, program)
            print(f"telling what it opens takes {likely:.2%} of a program that {said}: {low:.2%} to {high:.2%}")
        print(f"watching a program for its timeline takes {watching(folder):.3f} of a processor")
        measure_waiting(folder)
        for lessons in sizes:
            measure(folder, lessons)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
