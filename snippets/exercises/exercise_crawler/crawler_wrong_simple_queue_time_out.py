"""When the queue has been empty for three seconds, the threads go home.

The check says: after a time-out at line
"""

import threading
import queue
import re
from dataclasses import dataclass, field
from http.client import HTTPException
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
    report, seen, todo, lock = Report(), {start}, queue.SimpleQueue(), threading.Lock()
    todo.put(start)

    def work():
        while True:
            try:
                url = todo.get(timeout=3)
            except queue.Empty:
                return
            try:
                page = fetch(url)
            except (OSError, HTTPException) as e:
                report.errors[url] = repr(e)
                continue
            report.visited.add(url)
            with lock:
                for l in links_of(url, page):
                    if l not in seen:
                        seen.add(l)
                        todo.put(l)

    ts = [threading.Thread(target=work) for _ in range(workers)]
    [t.start() for t in ts]
    [t.join() for t in ts]
    return report
