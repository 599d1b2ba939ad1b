"""The check of `crawler`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It starts a small server on this machine and looks at what the server is asked for. Nothing is timed: some pages are
held back until as many are asked for as there are workers and nobody does anything else, or until two threads have
looked at the same link. A wait for which the answer sets a time-out ends after a thousandth of a second, fifty times:
on a busy computer it may.
"""

import asyncio
import concurrent.futures
import itertools
import multiprocessing.pool
import queue
import socket
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from types import FrameType
from typing import Any

import pytest
from called import Call, abandon, expect, imported, line_of, where

crawler = imported()
AT_ONCE = 0.001  # seconds until a time-out ends
PATIENCE = 60  # looks, a tenth of a second apart
DIED: list[str] = []  # exceptions that ended threads of the answer


class Site(ThreadingTCPServer):
    """A server with a few pages, each with links to others; it notes what it is asked for."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(
        self, pages: dict[str, list[str]], at_once: int = 1, held: str = "", cut: str = "", slow: str = ""
    ) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.pages, self.held, self.cut = pages, held.split(), cut.split()
        self.asked_for: Counter[str] = Counter()
        self.enough, self.too_few = threading.Barrier(at_once), False
        self.rests = {path: threading.Event() for path in [*slow.split(), ""]}  # until nobody does anything
        if not slow:
            self.rests[""].set()
        self.now = self.most = 0
        self.lock = threading.Lock()
        self.answering: set[threading.Thread] = set()
        self.raised: dict[str, str] = {}  # what fetch raised, by address

    def url(self, path: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def go_on(self, rests: bool) -> None:
        """Answer the next page that waits until nobody does anything; the last ones only if that is so."""
        shut = [path for path, rest in self.rests.items() if not rest.is_set()]
        if shut and (rests or shut[0]):
            self.rests[shut[0]].set()

    @contextmanager
    def noted(self, path: str) -> Iterator[None]:
        """Count who asks for what, and how many ask at once. Hold an answer back until enough have asked."""
        with self.lock:
            self.answering.add(threading.current_thread())
            self.asked_for[path] += 1
            self.now += 1
            self.most = max(self.most, self.now)
        if path in self.rests:
            self.rests[path].wait()  # whoever has nothing to do now waits, or leaves
        if path in self.held:
            with suppress(threading.BrokenBarrierError):
                self.enough.wait()
            self.rests[""].wait()  # whoever asks for too much, or gives up too soon, does it now
        with self.lock:
            self.now -= 1
        yield


class Page(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Site

    def do_GET(self) -> None:
        """Send the page, with its links."""
        with self.server.noted(self.path):
            if self.path not in self.server.pages:
                self.send_error(404)
                return
            text = "".join(f'<a href="{link}">{link}</a>' for link in self.server.pages[self.path]).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(text) + (100 if self.path in self.server.cut else 0)))
            self.end_headers()
            self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Let the server answer."""
    goes_on = True

    def serve() -> None:
        while goes_on:
            site.handle_request()  # sleeps until there is one

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield site
    finally:
        goes_on = False
        site.enough.abort()
        for rest in site.rests.values():
            rest.set()
        with socket.create_connection(("127.0.0.1", site.server_address[1])):
            thread.join()
        site.server_close()


class Ends:
    """Where threads that the answer starts wait when they have nothing more to do, until nobody does anything."""

    patience = PATIENCE

    def __init__(self) -> None:
        self.open = threading.Event()

    def hold(self, start: Callable[[threading.Thread], None]) -> Callable[[threading.Thread], None]:
        """`Thread.start`, after which the thread of the answer waits at its end."""

        def call(thread: threading.Thread) -> None:
            run = thread.run

            def run_and_wait() -> None:
                try:
                    run()
                finally:
                    self.open.wait()

            if any(is_answer(frame) for frame, _ in traceback.walk_stack(sys._getframe(1))):
                vars(thread).update(run=run_and_wait)
            start(thread)

        return call


class Hands:
    """Where threads of the answer wait, each time a page has come into their hands, until nobody does anything."""

    patience = 10  # looks: the others may poll

    def __init__(self, page: str) -> None:
        self.page, self.open = page, self
        self.waiting: list[threading.Event] = []
        self.seen: dict[FrameType, set[str]] = {}

    def set(self) -> None:
        """Let all of them go on."""
        while self.waiting:
            self.waiting.pop().set()

    def has_come(self, frame: FrameType) -> bool:
        """Whether one more name stands for the page."""
        names = {name for name, value in [*frame.f_locals.items()] if type(value) is str and value == self.page}
        new, self.seen[frame] = names - self.seen.get(frame, set()), names
        return bool(new) and is_of_a_worker()

    def wait(self) -> None:
        """Wait here."""
        self.waiting.append(may_go_on := threading.Event())
        may_go_on.wait()


def is_of_a_worker() -> bool:
    """Whether this thread was started by the answer."""
    return threading.current_thread().name not in ("the answer", "MainThread")


@contextmanager
def held(where: Callable[[FrameType], bool], wait: Callable[[], None]) -> Iterator[None]:
    """Let threads of the answer wait at certain lines.

    They do so one event later: before Python 3.13, who reads the locals of a frame and then waits would undo what
    others do to them meanwhile.
    """
    due: set[int] = set()

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if not is_answer(frame):
            return None
        frame.f_trace_opcodes = True
        me = threading.get_ident()
        if event == "line" and where(frame):
            due.add(me)
        elif event == "opcode" and me in due:
            due.discard(me)
            wait()
        return trace

    usual = threading.gettrace()
    threading.settrace(trace)
    try:
        yield
    finally:
        set_trace: Callable[[Any], None] = threading.settrace
        set_trace(usual)


def crawled(site: Site, workers: int, times: int = 1, ends: Ends | Hands | None = None) -> Any:
    """What `crawl` reports. It has to come to an end, and so have its threads; each page is asked for once."""
    reports: list[Any] = []
    left: list[threading.Thread] = []
    earlier: list[Counter[str]] = []

    def crawl() -> None:
        for _ in range(times):
            earlier.append(Counter(site.asked_for))
            site.asked_for.clear()
            reports.append(crawler.crawl(site.url("/"), workers))
            others = {*threading.enumerate()} - before - site.answering - {threading.current_thread()}
            left.extend(thread for thread in others if thread.is_alive())

    with serving(site):
        before = {*threading.enumerate()}
        call = Call(crawl)
        for number, does in enumerate(call.looks()):
            expect_once(site.asked_for)
            if does == "rests" or number > PATIENCE:  # or threads look again and again, and nothing ever rests
                site.go_on(does == "rests")
            if ends and (does == "rests" or number > ends.patience):
                ends.open.set()
            alone = does in ("rests", "stuck") and Link.meeting.n_waiting > 0
            if alone:
                Link.go_on_alone()
            if does == "stuck" and site.enough.n_waiting:
                site.too_few = True
                site.enough.abort()
            elif does == "stuck" and not alone:
                told = f"crawl does not come back; it asked for {', '.join(sorted(site.asked_for)) or 'no page'}"
                why = f", and a thread ended by {DIED[0]}" if DIED else call.where()
                expect(False, f"{told}{why}{HURRIED.early}")
        if ends:
            ends.open.set()
        for asked_for in (*earlier, site.asked_for):
            expect_once(asked_for)
        expect(not call.raised, f"crawl raised {call.raised}{call.raised_at}")
        for one in left:
            told = "crawl has come back, and a thread that it started was still there"
            expect(False, f"{told}{where(one)}{HURRIED.early}")
    is_report = all(hasattr(reports[-1], name) for name in ("visited", "errors"))
    expect(is_report, f"crawl returned {reports[-1]!r}, not a Report")
    return reports[-1]


def expect_once(asked_for: Counter[str]) -> None:
    """Fail if the site was asked for a page more than once."""
    for path, number in [*asked_for.items()]:
        if number > 1:
            abandon()  # it may go on for ever
            expect(False, f"crawl asked for {path} {number} times")


def is_answer(frame: FrameType) -> bool:
    """Whether it runs code of the answer."""
    return Path(frame.f_code.co_filename).name == "crawler.py"


class Hurried:
    """Lets the time-outs that the answer sets end at once, fifty times; then they last as long as they are set."""

    def __init__(self) -> None:
        self.left, self.early = 50, ""

    def hurry(self, real: Callable[..., Any], place: int) -> Callable[..., Any]:
        """A method that has its time-out at this place of its arguments."""

        def call(*args: Any, **kwargs: Any) -> Any:
            frame = sys._getframe(1)
            limit = kwargs.get("timeout", args[place] if place < len(args) else None)
            if not is_answer(frame) or limit is None or limit < 0 or self.left < 1:
                return real(*args, **kwargs)
            self.left -= 1
            self.early = f"\n  after a time-out{line_of([(frame, frame.f_lineno)])}".replace("\n  at", " at")
            if "timeout" in kwargs:
                return real(*args, **kwargs | {"timeout": AT_ONCE})
            return real(*args[:place], AT_ONCE, *args[place + 1 :], **kwargs)

        return call


class SimpleQueue(queue.SimpleQueue[Any]):
    """The one of the library is made in C, and cannot be changed."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Take the next item."""
        return super().get(*args, **kwargs)


class Lock:
    """As that of the library, which is made in C, too."""

    make: Callable[[], Any] = staticmethod(threading.Lock)

    def __init__(self) -> None:
        self._lock = self.make()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._lock, name)  # what a condition asks for

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it."""
        return bool(self._lock.acquire(blocking, timeout))

    def __enter__(self) -> bool:
        return bool(self._lock.acquire())

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class RLock(Lock):
    """As that of the library."""

    make = staticmethod(threading.RLock)


HURRIED = Hurried()
WAITS: list[tuple[Any, str, int]] = [
    (queue.Queue, "get", 2),
    (SimpleQueue, "get", 2),
    (Lock, "acquire", 2),
    (RLock, "acquire", 2),
    (threading.Thread, "join", 1),
    (threading.Event, "wait", 1),
    (threading.Condition, "wait", 1),
    (threading.Condition, "wait_for", 2),
    (threading.Semaphore, "acquire", 2),
    (threading.Barrier, "wait", 1),
    (Future, "result", 1),
    (Future, "exception", 1),
    (concurrent.futures, "wait", 1),
    (concurrent.futures, "as_completed", 1),
    (concurrent.futures.Executor, "map", sys.maxsize),  # named, or none
    (multiprocessing.pool.ApplyResult, "get", 1),
    (multiprocessing.pool.ApplyResult, "wait", 1),
    (multiprocessing.pool.IMapIterator, "next", 1),
    (asyncio, "wait", sys.maxsize),
    (asyncio, "wait_for", 1),
    (asyncio, "timeout", 0),
    (time, "sleep", 0),
]


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """End time-outs early."""
    HURRIED.left, HURRIED.early = 50, ""
    for module, ours in ((queue, SimpleQueue), (threading, Lock), (threading, RLock)):
        replace(monkeypatch, module, ours.__name__, ours)
    for owner, name, place in WAITS:
        replace(monkeypatch, owner, name, HURRIED.hurry(getattr(owner, name), place))


def replace(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, other: Any) -> None:
    """Put something else in the place of what has this name, also where the answer has imported it."""
    real = getattr(owner, name)
    monkeypatch.setattr(owner, name, other)
    for known_as, value in [*vars(crawler).items()]:
        if value is real:
            monkeypatch.setattr(crawler, known_as, other)


def expect_report(site: Site, report: Any, errors: dict[str, str]) -> None:
    """Compare what `crawl` reports with the pages that the site has; `errors` has a word of each error."""
    for path in sorted(site.pages.keys() - errors.keys()):
        how = "with which it is to begin" if path == "/" else "which other pages lead to"
        expect(path in site.asked_for, f"crawl never asked for {path}, {how}{HURRIED.early}")
    for path in sorted(site.pages.keys() - errors.keys()):
        told = f"crawl fetched {path}, and it is not in Report.visited{HURRIED.early}"
        expect(site.url(path) in report.visited, told)
    for path, word in errors.items():
        told, raised = report.errors.get(site.url(path), "nothing"), site.raised.get(site.url(path), word)
        expect(word in told, f"fetch raises an error with {word} for {path}; of this page, crawl reports {told}")
        expect(raised in told, f"the repr of the error of fetch({path}) is {raised}; crawl reports {told}")
    reported = {*report.visited, *report.errors}
    known = {site.url(path) for path in {*site.pages, *errors}}
    expect(reported <= known, f"crawl reports pages that the site does not have: {reported - known}")
    both = {*report.visited} & {*report.errors}
    expect(not both, f"crawl reports as visited, and as an error: {both}")
    expect(not DIED, f"a thread of crawl ended by {''.join(DIED[:1])}")


@pytest.fixture(autouse=True)
def told_of_threads_that_die(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note the exceptions that end threads of the answer."""
    DIED.clear()

    def note(told: threading.ExceptHookArgs) -> None:
        at = line_of(traceback.walk_tb(told.exc_traceback))
        if at and told.exc_type is not SystemExit:
            DIED.append(f"{told.exc_value!r}{at}")

    monkeypatch.setattr(threading, "excepthook", note)


@pytest.fixture(autouse=True)
def directly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the server itself, whatever proxy there is, and as long as it takes: it holds pages back."""
    monkeypatch.setenv("no_proxy", "*")
    real: Any = getattr(crawler, "urlopen", None)
    monkeypatch.setattr(crawler, "urlopen", lambda url, **_: real(url), raising=False)
    Link.meeting, Link.alone = threading.Barrier(2), 0


def test_all_workers_ask_at_once() -> None:
    pages = "/a /b /c /d /e /f"
    links = {"/": ["/x"], "/x": pages.split(), **{path: [] for path in pages.split()}}
    site = Site(links, at_once=3, held=pages, slow="/ /x")
    report = crawled(site, workers=3)
    told = (
        f"crawl with 3 workers had 6 pages to ask for; it never asked for more than {site.most} at once{HURRIED.early}"
    )
    expect(not site.too_few, told)
    expect(site.most <= 3, f"crawl with 3 workers asked for {site.most} pages at once")
    expect_report(site, report, {})


class Link(str):
    """An address of which two threads, each before it looks it up in a set or dict, wait for one another."""

    meeting: threading.Barrier
    alone = 0

    def __hash__(self) -> int:
        self.meet_here()
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        self.meet_here()
        return super().__eq__(other)

    @classmethod
    def meet_here(cls) -> None:
        """Wait for the other thread."""
        if is_of_a_worker():
            with suppress(threading.BrokenBarrierError):  # when a lock keeps the others out: slow, but right
                cls.meeting.wait()

    @classmethod
    def go_on_alone(cls) -> None:
        """Let the thread that waits go on, since nobody comes; at its next line it waits again, some times."""
        cls.alone += 1
        if cls.alone < 9:
            cls.meeting.reset()
        else:
            cls.meeting.abort()


def holds_link(value: Any) -> bool:
    """Whether it is the link at which threads meet, or several of which it is one."""
    several = [*value] if type(value) in (list, tuple, set, frozenset, dict) else [value]  # others may change it
    return any(isinstance(one, Link) for one in several)


def test_one_page_and_one_worker() -> None:
    site = Site({"/": []})
    expect_report(site, crawled(site, workers=1), {})


def test_its_threads_have_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = Ends()
    monkeypatch.setattr(threading.Thread, "start", ends.hold(threading.Thread.start))
    site = Site({"/": ["/a", "/b"], "/a": [], "/b": []})
    expect_report(site, crawled(site, workers=3, ends=ends), {})


ROW = ["/", *(f"/{number}" for number in range(9))]  # each leads to the next
SITES = {
    "/": {path: [link] for path, link in itertools.pairwise(ROW)} | {ROW[-1]: []},
    "/a": {"/": ["/a", "/b"], "/a": ["/c"], "/b": [], "/c": []},  # meanwhile somebody is done with /b
}


@pytest.mark.parametrize("page", SITES)
def test_who_has_got_a_page_may_be_slow_to_begin(page: str) -> None:
    site = Site(SITES[page])
    hands = Hands(site.url(page))
    with held(hands.has_come, hands.wait):
        expect_report(site, crawled(site, workers=2, ends=hands), {})


def test_every_page_once() -> None:
    links = {"/": ["/a", "/b", "/", "http://other.invalid/"], "/a": ["/b", "/c"], "/b": ["a", "/c"], "/c": ["/", "c#d"]}
    for workers in (1, 3, 9):
        site = Site(links)
        expect_report(site, crawled(site, workers), {})


def test_the_same_site_again() -> None:
    site = Site({"/": ["/a"], "/a": ["/", "/b"], "/b": []})
    expect_report(site, crawled(site, workers=2, times=2), {})


def test_pages_that_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    fetch = crawler.fetch

    def noted_fetch(url: str) -> Any:
        try:
            return fetch(url)
        except Exception as error:
            site.raised[url] = repr(error)
            raise

    monkeypatch.setattr(crawler, "fetch", noted_fetch)
    site = Site({"/": ["/gone", "/cut", "/a"], "/cut": [], "/a": ["/b", "/cut"], "/b": ["/gone"]}, cut="/cut")
    expect_report(site, crawled(site, workers=2), {"/gone": "404", "/cut": "IncompleteRead"})


def test_not_even_the_first_page() -> None:
    site = Site({})
    expect_report(site, crawled(site, workers=2), {"/": "404"})


def test_two_pages_lead_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    links_of: Callable[[str, str], list[str]] = crawler.links_of

    def meeting_links(url: str, page: str) -> list[str]:
        links = links_of(str(url), page)
        return [Link(link) if link.endswith("/c") else link for link in links]

    def has_link(frame: FrameType) -> bool:
        return any(holds_link(value) for value in [*frame.f_locals.values()])

    monkeypatch.setattr(crawler, "links_of", meeting_links)
    site = Site({"/": ["/a", "/b"], "/a": ["/c"], "/b": ["/c"], "/c": []}, at_once=2, held="/a /b")
    with held(has_link, Link.meet_here):
        expect_report(site, crawled(site, workers=2), {})


def test_a_page_is_fetched_as_text() -> None:
    site = Site({"/": ["/a"]})
    with serving(site):
        text = crawler.fetch(site.url("/"))
    expect(text == '<a href="/a">/a</a>', f"fetch, which is to stay as it is, returns {text!r}")
