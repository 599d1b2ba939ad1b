"""All pages are visited, and the threads wait for more, forever: as daemons, they are out of sight.

The check says: crawl has come back, and a thread that it started was still there
"""

import re
import threading
from dataclasses import dataclass, field
from http.client import HTTPException
from queue import Queue
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen


@dataclass
class Report:
    """What came out of crawling."""

    visited: set[str] = field(default_factory=set)  # the pages that were fetched
    errors: dict[str, str] = field(default_factory=dict)  # pages that cannot be fetched, each with its `repr(error)`


def fetch(url: str) -> str:
    """The text of a page. Leave this function as it is.

    Raises OSError or HTTPException for a page that cannot be fetched.
    """
    with urlopen(url, timeout=10) as answer:
        return str(answer.read(), "utf-8")


def links_of(url: str, page: str) -> list[str]:
    """The addresses within the site that a page links to, some more than once. Leave this function as it is."""
    links = [urldefrag(urljoin(url, link)).url for link in re.findall(r'href="(.*?)"', page)]
    return [link for link in links if urlsplit(link).netloc == urlsplit(url).netloc]


def crawl(start: str, workers: int) -> Report:
    """Visit `start` and all that it leads to, with `workers` threads at once."""
    report = Report()
    waiting: Queue[str | None] = Queue()
    seen = {start}
    lock = threading.Lock()

    def visit(url: str) -> None:
        try:
            links = links_of(url, fetch(url))
        except (OSError, HTTPException) as error:
            report.errors[url] = repr(error)
            return
        report.visited.add(url)
        for link in links:
            with lock:
                if link in seen:
                    continue
                seen.add(link)
            waiting.put(link)

    def work() -> None:
        while (url := waiting.get()) is not None:
            try:
                visit(url)
            finally:
                waiting.task_done()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    waiting.put(start)
    waiting.join()
    return report
