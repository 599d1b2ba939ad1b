"""A lock for the look and a lock for the noting: between them another thread looks, too.

The check says: crawl asked for /c 2 times
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


def crawl(start, workers):
    report = Report()
    waiting = Queue()
    seen = {start}
    lock = threading.Lock()

    def visit(url):
        try:
            links = links_of(url, fetch(url))
        except (OSError, HTTPException) as error:
            report.errors[url] = repr(error)
            return
        report.visited.add(url)
        for link in links:
            with lock:
                is_new = link not in seen
            if is_new:
                with lock:
                    seen.add(link)
                waiting.put(link)

    def work():
        while (url := waiting.get()) is not None:
            visit(url)
            waiting.task_done()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    waiting.put(start)
    waiting.join()
    for _ in threads:
        waiting.put(None)
    for thread in threads:
        thread.join()
    return report
