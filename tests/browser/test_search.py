"""The search, asked in a browser what people type and paste, leads to the right place among its first two results."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pytest
from playwright.sync_api import BrowserContext, Page

from content.engine.site import search
from tests.browser.conftest import watched
from tests.support.sample import sample
from tests.support.site import ROOT, Site

# What is asked, and where the answer is: a page and the id of one of its headings, or of an entry. Where a lesson is
# told anew, its lines are all that changes here; its aliases are in its front matter.
QUESTIONS = [
    ("return value from thread", "lessons/creating_threads/", "getting-a-result-back"),
    ("return value", "lessons/creating_threads/", "getting-a-result-back"),
    ("get result of thread", "lessons/creating_threads/", "getting-a-result-back"),
    ("thread pool", "lessons/creating_threads/", "ten-downloads-with-an-executor"),
    ("ThreadPoolExecutor", "lessons/creating_threads/", "ten-downloads-with-an-executor"),
    ("ThreadPoolExecutor max_workers", "lessons/creating_threads/", "ten-downloads-with-an-executor"),
    ("concurrent.futures", "lessons/creating_threads/", "ten-downloads-with-an-executor"),
    ("exception in a thread", "lessons/creating_threads/", "when-a-thread-fails"),
    ("kill a thread", "lessons/creating_threads/", "stopping-a-thread"),
    ("how to stop a thread in Python?", "lessons/creating_threads/", "stopping-a-thread"),
    ("daemon thread", "lessons/creating_threads/", "a-daemon-thread-is-cut-off"),
    ("argument after * must be an iterable", "lessons/creating_threads/", "the-missing-comma"),
    ("args must be a tuple", "lessons/creating_threads/", "the-missing-comma"),
    ("calling run() instead of start()", "lessons/creating_threads/", "calling-run-instead-of-start"),
    ("how many threads", "lessons/threads_and_processes/", "cores-in-use"),
    ("asyncio", "lessons/threads_and_processes/", "which-one-do-i-use"),
    ("threads or processes?", "lessons/threads_and_processes/", ""),
    ("nogil", "lessons/free_threading/", ""),
    ("free threading", "lessons/free_threading/", ""),
    ("python3.14t", "lessons/free_threading/", ""),
    ("Py_GIL_DISABLED", "lessons/free_threading/", "which-build-is-this"),
    ("PYTHON_GIL", "lessons/free_threading/", "the-gil-comes-back"),
    ("GIL has been enabled to load module", "lessons/free_threading/", "the-gil-comes-back"),
    ("ValueError: generator already executing", "lessons/free_threading/", "a-shared-generator"),
    ("thread-safe singleton", "lessons/free_threading/", "look-first-then-make"),
    ("switch interval", "glossary/", "switch-interval"),
    ("which functions release the GIL", "lessons/gil/", "who-lets-go-of-the-gil"),
    ("GIL contention", "lessons/gil/", "late-beside-a-busy-thread"),
    ("is the GIL enough", "lessons/gil/", "what-the-gil-does-not-protect"),
    ("subinterpreters", "lessons/threads_and_processes/", "the-gil-today"),
    ("GIL", "lessons/gil/", ""),
    ("shared memory", "glossary/", "shared-memory"),
    ("threading.local", "lessons/threads_and_processes/", "thread-local-data"),
    ("concurrent vs parallel", "lessons/threads_and_processes/", "concurrent-is-not-parallel"),
    ("mutexes", "lessons/locks/", "protect-it"),
    ("mutex", "lessons/locks/", "protect-it"),
    ("race condition", "lessons/locks/", "in-slow-motion"),
    ("lost update", "glossary/", "lost-update"),
    ("is += atomic", "lessons/locks/", "what-is-safe-without-a-lock"),
    ("thread-safe", "lessons/locks/", "what-is-safe-without-a-lock"),
    ("rlock", "lessons/locks/", "the-same-thread-twice"),
    ("check then act", "lessons/locks/", "check-then-act"),
    ("locks", "lessons/locks/", ""),
    ("producer consumer", "lessons/stocks/", "a-queue-makes-them-wait"),
    ("Producer-Consumer problem", "lessons/stocks/", "a-queue-makes-them-wait"),
    ("deadlock", "lessons/two_smoking_barrels/", "two-locks-that-point-at-each-other"),
    ("dining philosophers", "lessons/two_smoking_barrels/", "the-dining-philosophers"),
    ("my program hangs", "lessons/two_smoking_barrels/", "read-the-stacks"),
    ("semaphores", "lessons/stocks/", "a-semaphore-limits-how-many-are-inside"),
    ("can't pickle", "lessons/multiprocessing/", "what-cannot-be-sent"),
    ("can\u2019t pickle", "lessons/multiprocessing/", "what-cannot-be-sent"),  # as a phone types it
    ("PicklingError", "lessons/multiprocessing/", "what-cannot-be-sent"),
    ("spawn or fork", "lessons/multiprocessing/", "three-ways-to-start"),
    ('if __name__ == "__main__":', "lessons/multiprocessing/", "the-main-guard"),
    ("freeze_support()", "lessons/multiprocessing/", "the-main-guard"),
    ("zombie processes", "lessons/multiprocessing/", "zombies"),
    ("kill a process", "lessons/multiprocessing/", "how-a-process-ends"),
    ("ProcessPoolExecutor", "lessons/multiprocessing/", "results-from-an-executor"),
    ("as_completed", "lessons/executors/", "whose-answer-comes-first"),
    ("cancel a future", "lessons/executors/", "a-time-out-stops-nothing"),
    ("how many workers", "lessons/executors/", "how-many-workers"),
    ("nested submit", "lessons/executors/", "a-pool-that-waits-for-itself"),
    ("KeyboardInterrupt", "errors/", "error-keyboardinterrupt"),
    ("buffersize", "lessons/executors/", "an-input-without-an-end"),
    ("terminate_workers", "lessons/executors/", "workers-that-can-be-stopped"),
    ("queue maxsize", "lessons/queues/", "how-long-may-the-line-get"),
    ("poison pill", "lessons/queues/", "a-last-slip-for-each-cook"),
    ("task_done", "lessons/queues/", "when-is-everything-done"),
    ("queue.ShutDown", "lessons/queues/", "closing-time"),
    ("pipeline", "glossary/", "pipeline"),
    ("PriorityQueue", "lessons/queues/", "last-in-first-in-or-most-urgent"),
    ("SimpleQueue", "lessons/queues/", "what-a-queue-costs"),
    ("initializer", "lessons/start_methods/", "tell-every-worker"),
    ("random seed", "lessons/start_methods/", "the-same-dice"),
    ("use of fork() may lead to deadlocks in the child", "lessons/start_methods/", "fork-and-threads"),
    ("progress bar", "lessons/pools/", "progress-and-order"),
    ("maxtasksperchild", "lessons/pools/", "fresh-workers"),
    ("pool hangs", "lessons/pools/", ""),
    ("oversubscription", "lessons/choosing/", "more-workers-than-cores"),
    ("Amdahl", "lessons/choosing/", "amdahls-law"),
    ("to_thread", "lessons/choosing/", "a-blocked-loop"),
    ("share variable between threads", "lessons/threads_and_processes/", "threads-share-the-memory-of-their-process"),
    ("CPU bound", "lessons/threads_and_processes/", "which-one-do-i-use"),
    ("I/O bound", "lessons/threads_and_processes/", "which-one-do-i-use"),
    ("thread local", "lessons/threads_and_processes/", "thread-local-data"),
    ("shared_memory", "lessons/threads_and_processes/", "memory-on-request"),
    ("Manager dict", "lessons/threads_and_processes/", "memory-on-request"),
    ("wait for all threads to finish", "lessons/python_threads/", "three-loaves-in-the-time-of-one"),
    ("run a function in the background", "lessons/creating_threads/", "two-standard-ways"),
    ("condition variable", "lessons/stocks/", "a-condition-is-a-lock-with-a-waiting-room"),
    ("lost wakeup", "lessons/stocks/", "second-attempt-look-first-sleep-later"),
    ("notify or notify_all", "lessons/stocks/", "fourth-attempt-wake-one-sleeper"),
    ("lock timeout", "lessons/two_smoking_barrels/", "time-out-and-back-off"),
    ("thread dump", "lessons/two_smoking_barrels/", "read-the-stacks"),
    ("bytecode.py", "programs/", "locks-bytecode"),
    ("locks/interleaving.py", "programs/", "locks-interleaving"),
    ("BrokenBarrierError", "errors/", "error-threadingbrokenbarriererror"),
    ("TypeError: cannot pickle '_thread.RLock' object", "errors/", "error-typeerror-cannot-pickle-_threadlock-object"),
    (
        'Traceback (most recent call last): File "/home/ada/tea.py", line 23, in <module> kettle.start() '
        "RuntimeError: threads can only be started once",
        "errors/",
        "error-runtimeerror-threads-can-only-be-started-once",
    ),
]
WAITING = "Type to start searching"
NOTHING = "No matching documents"
# The rows that are found, without those that only tell of which page the next ones are, and those that are folded.
FOUND = """
() => [...document.querySelectorAll(".md-search-result__item")].flatMap((item) => {
  const rows = [...item.querySelectorAll("a.md-search-result__link")].filter((row) => row.checkVisibility());
  const score = (row) => Number(row.firstElementChild.dataset.mdScore);
  const best = Math.max(...rows.map(score));
  return rows.filter((row) => score(row) === best).map((row) => row.href);
})
"""


@dataclass(frozen=True)
class Search:
    """The search of a page that is open."""

    page: Page
    address: str

    def __call__(self, question: str) -> list[str]:
        """Ask; gives what is found, from the best on, by location in the site."""
        self._ask("", f"meta === {json.dumps(WAITING)}")
        self._ask(question, f"meta !== {json.dumps(WAITING)}")
        return [self._location(href) for href in self.page.evaluate(FOUND)]

    def _ask(self, question: str, until: str) -> None:
        box = self.page.locator("[data-md-component=search-query]")
        box.fill(question)
        box.press("End")
        said = "document.querySelector('.md-search-result__meta').textContent.trim()"
        self.page.wait_for_function(f"(() => {{ const meta = {said}; return {until}; }})()")

    def said(self) -> str:
        """What stands above the results."""
        return self.page.locator(".md-search-result__meta").inner_text().strip()

    def _location(self, href: str) -> str:
        path, _, anchor = href.removeprefix(self.address).partition("#")
        return path.partition("?")[0] + (f"#{anchor}" if anchor else "")


@pytest.fixture(scope="module")
def ask(shared: BrowserContext, address: str) -> Iterator[Search]:
    with watched(shared, address) as visit:
        yield Search(visit("", search=True), address)


@pytest.fixture(scope="module")
def titles(site: Site) -> dict[str, str]:
    """The titles of all entries of the built index, by location."""
    docs = json.loads((site.folder / search.ENTRIES).read_text(encoding="utf-8"))
    return {entry["location"]: unescape(entry["title"]) for entry in docs}


@pytest.mark.parametrize(("question", "page", "anchor"), QUESTIONS, ids=[question for question, *_ in QUESTIONS])
def test_a_question_is_answered_among_the_first_two_results(
    question: str, page: str, anchor: str, ask: Search, titles: dict[str, str]
) -> None:
    location = f"{page}#{anchor}" if anchor else page
    assert location in titles, "There is no such section. Change the table above."
    assert location in ask(question)[:2]


def test_every_message_of_the_index_of_errors_finds_itself_when_it_is_pasted(
    ask: Search, titles: dict[str, str]
) -> None:
    messages = {location: title for location, title in titles.items() if location.startswith("errors/#")}
    assert len(messages) > 20
    assert {title: ask(title)[:2] for location, title in messages.items() if location not in ask(title)[:2]} == {}


def test_every_program_is_found_by_the_name_of_its_file(ask: Search, titles: dict[str, str]) -> None:
    programs = {location: title for location, title in titles.items() if location.startswith("programs/#")}
    assert len(programs) > 100
    files = {location: title.partition(":")[0] for location, title in sample(sorted(programs.items()), 40)}
    assert {file: found for location, file in files.items() if location not in (found := ask(file))[:2]} == {}


def test_a_question_is_answered_while_its_last_word_is_being_typed(ask: Search) -> None:
    for question in ("deadl", "deadlo", "kill a thre", "producer consum", "subinterpr"):
        assert ask(question), question


def test_a_short_word_and_one_that_says_nothing_find_no_longer_words(ask: Search) -> None:
    assert ask("must be an") == []
    assert ask.said() == NOTHING
    assert ask("value")
    assert not any(location.startswith("errors/") for location in ask("value"))


def test_marks_that_mean_something_to_the_engine_are_only_marks(ask: Search) -> None:
    assert ask("""~ ^ +* :- "' \\""") == []
    assert ask("+deadlock^3 ~1 -lock:*") == ask("deadlock 3 1 lock")


def test_a_result_says_what_it_lacks_in_the_words_that_were_typed(ask: Search) -> None:
    assert ask("unicorns deadlocks")
    assert "unicorns" in ask.page.locator(".md-search-result__terms").first.inner_text()


def test_no_listing_is_a_result(ask: Search) -> None:
    for question in ("threading.Thread(target=", "import threading", "interleaving"):
        assert ask(question)
        assert ask.page.locator(".md-search-result pre").count() == 0


def test_there_are_forty_questions_and_each_leads_to_a_page_of_the_course() -> None:
    assert len({question for question, *_ in QUESTIONS}) >= 40
    assert all((ROOT / "content" / f"{page.rstrip('/')}.md").is_file() for _, page, _ in QUESTIONS)
