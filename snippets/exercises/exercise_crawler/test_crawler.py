"""The check of `crawler`: plain `pytest` in this folder runs it.

It starts a small server on this machine and looks at what the server is asked for. Nothing is timed: some pages are
held back until as many are asked for as there are workers, or until two threads have looked at the same link.
"""

import concurrent.futures.thread
import linecache
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer

import crawler
import pytest
from crawler import Report, crawl

PATIENCE = 6  # seconds for a site of few pages; it takes some milliseconds


class Site(ThreadingTCPServer):
    """A server with a few pages, each with links to others; it notes what it is asked for."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(
        self, pages: dict[str, list[str]], at_once: int = 1, held: str = "", cut: str = "", slow: bool = False
    ) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.pages, self.held, self.cut, self.slow = pages, held.split(), cut.split(), slow
        self.asked_for: Counter[str] = Counter()
        self.enough = threading.Barrier(at_once)
        self.now = self.most = 0
        self.lock = threading.Lock()
        self.answering: set[threading.Thread] = set()

    def url(self, path: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    @contextmanager
    def noted(self, path: str) -> Iterator[None]:
        """Count who asks for what, and how many ask at once. Hold an answer back until enough have asked."""
        with self.lock:
            self.answering.add(threading.current_thread())
            self.asked_for[path] += 1
            self.now += 1
            self.most = max(self.most, self.now)
        if path in self.held:
            with suppress(threading.BrokenBarrierError):
                self.enough.wait(timeout=3)
        if self.slow and not self.enough.broken:
            threading.Event().wait(0.3)  # whoever asks for too much, or gives up too soon, does it now
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
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def crawled(site: Site, workers: int) -> Report:
    """What `crawl` reports. It has to come to an end, and so have its threads; each page is asked for once."""
    reports: list[Report] = []
    raised: list[Exception] = []

    def call() -> None:
        try:
            reports.append(crawl(site.url("/"), workers))
        except Exception as error:
            raised.append(error)

    with serving(site):
        before = {*threading.enumerate()}
        thread = threading.Thread(target=call, name="crawl", daemon=True)  # and with it all threads that it starts
        thread.start()
        thread.join(PATIENCE)
        expect_once(site)
        expect_end(thread, f"crawl asked for {len(site.asked_for)} of {len(site.pages)} pages, and does not come back")
        expect(not raised, f"crawl raised {raised}")
        for left in {*threading.enumerate()} - before - site.answering:
            left.join(timeout=1)
            expect_end(left, "crawl has come back, and a thread that it started does not end")
    return reports[0]


def expect_once(site: Site) -> None:
    """Fail if the site was asked for a page more than once."""
    for path, times in [*site.asked_for.items()]:
        why = "did two threads find, at the same time, that it is new?" if times == 2 else "what does it remember?"
        expect(times == 1, f"crawl asked for {path} {times} times: {why}")


def expect_end(thread: threading.Thread, told: str) -> None:
    """Fail, and say where the thread is, unless it has ended."""
    if not thread.is_alive():
        return
    stack = traceback.walk_stack(sys._current_frames().get(thread.ident or 0))
    files = ((frame.f_code.co_filename, line) for frame, line in stack)
    where = next(((file, line) for file, line in files if Path(file).name == "crawler.py"), None)
    getattr(concurrent.futures.thread, "_threads_queues", {}).clear()  # so that Python does not wait for it either
    expect(False, f"{told}\n  it waits at line {where[1]}: {linecache.getline(*where).strip()}" if where else told)


def expect_report(site: Site, report: Report, errors: dict[str, str]) -> None:
    """Compare what `crawl` reports with the pages that the site has; `errors` has a word of each error."""
    for path in sorted(site.pages.keys() - errors.keys()):
        expect(path in site.asked_for, f"crawl never asked for {path}, which other pages lead to")
        expect(site.url(path) in report.visited, f"crawl fetched {path}, and it is not in Report.visited")
    for path, word in errors.items():
        told = report.errors.get(site.url(path), "nothing")
        expect(word in told, f"fetch raises an error with {word} for {path}; of this page, crawl reports {told}")
    reported = {*report.visited, *report.errors}
    known = {site.url(path) for path in {*site.pages, *errors}}
    expect(reported <= known, f"crawl reports pages that the site does not have: {reported - known}")
    both = {*report.visited} & {*report.errors}
    expect(not both, f"crawl reports as visited, and as an error: {both}")


@pytest.fixture(autouse=True)
def directly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the server itself, whatever proxy there is."""
    monkeypatch.setenv("no_proxy", "*")


def test_one_page_and_one_worker() -> None:
    site = Site({"/": []})
    expect_report(site, crawled(site, workers=1), {})


def test_every_page_once() -> None:
    links = {"/": ["/a", "/b", "/", "http://other.invalid/"], "/a": ["/b", "/c"], "/b": ["a", "/c"], "/c": ["/", "c#d"]}
    for workers in (1, 3):
        site = Site(links)
        expect_report(site, crawled(site, workers), {})


def test_pages_that_cannot_be_had() -> None:
    site = Site({"/": ["/gone", "/cut", "/a"], "/cut": [], "/a": ["/b", "/cut"], "/b": ["/gone"]}, cut="/cut")
    expect_report(site, crawled(site, workers=2), {"/gone": "404", "/cut": "IncompleteRead"})


def test_not_even_the_first_page() -> None:
    site = Site({})
    expect_report(site, crawled(site, workers=2), {"/": "404"})


def test_all_workers_ask_at_once() -> None:
    pages = "/a /b /c /d /e /f"
    site = Site({"/": pages.split(), **{path: [] for path in pages.split()}}, at_once=3, held=pages, slow=True)
    report = crawled(site, workers=3)
    told = f"crawl with 3 workers had 6 pages to ask for; it never asked for more than {site.most} at once"
    expect(not site.enough.broken, told)
    expect(site.most <= 3, f"crawl with 3 workers asked for {site.most} pages at once")
    expect_report(site, report, {})


class Link(str):
    """An address of which two threads, each before it looks it up in a set or dict, wait for one another."""

    meeting: threading.Barrier

    def __hash__(self) -> int:
        if threading.current_thread().name not in ("crawl", "MainThread"):
            with suppress(threading.BrokenBarrierError):  # when a lock keeps the others out: slow, but right
                self.meeting.wait(timeout=1)
        return super().__hash__()


def test_two_pages_lead_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    links_of: Callable[[str, str], list[str]] = crawler.links_of
    Link.meeting = threading.Barrier(2)

    def meeting_links(url: str, page: str) -> list[str]:
        links = links_of(str(url), page)
        return [Link(link) if link.endswith("/c") else link for link in links]

    monkeypatch.setattr(crawler, "links_of", meeting_links)
    site = Site({"/": ["/a", "/b"], "/a": ["/c"], "/b": ["/c"], "/c": []}, at_once=2, held="/a /b")
    expect_report(site, crawled(site, workers=2), {})
