"""Who has got a page is not counted as busy yet: just then, nothing is waiting and nobody is busy.

The check says: crawl never asked for /0, which other pages lead to
"""

import queue
import re
import threading
import time
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
    q, lock, report = queue.Queue(), threading.Lock(), Report()
    seen = {start}
    q.put(start)
    busy = 0
    stop = False

    def work():
        nonlocal busy
        while not stop:
            try:
                url = q.get(timeout=0.1)
            except queue.Empty:
                continue
            with lock:
                busy += 1
            try:
                page = fetch(url)
                with lock:
                    report.visited.add(url)
                    for l in links_of(url, page):
                        if l not in seen:
                            seen.add(l)
                            q.put(l)
            except (OSError, HTTPException) as e:
                with lock:
                    report.errors[url] = repr(e)
            with lock:
                busy -= 1

    ts = [threading.Thread(target=work) for _ in range(workers)]
    for t in ts:
        t.start()
    while True:
        with lock:
            if q.empty() and not busy:
                break
        time.sleep(0.05)
    stop = True
    for t in ts:
        t.join()
    return report
