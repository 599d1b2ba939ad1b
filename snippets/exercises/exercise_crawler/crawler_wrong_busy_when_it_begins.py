"""Who is busy is counted after the page was taken, and the other one, done with the last page, sends all home.

The check says: crawl never asked for
"""

import queue
import re
import threading
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
    report = Report()
    q = queue.Queue()
    seen = {start}
    lock = threading.Lock()
    busy = 0
    q.put(start)

    def worker():
        nonlocal busy
        while True:
            url = q.get()
            if url is None:
                q.put(None)
                return
            with lock:
                busy += 1
            try:
                page = fetch(url)
                report.visited.add(url)
                with lock:
                    for l in links_of(url, page):
                        if l not in seen:
                            seen.add(l)
                            q.put(l)
            except (OSError, HTTPException) as e:
                report.errors[url] = repr(e)
            finally:
                with lock:
                    busy -= 1
                    if not busy and q.empty():
                        q.put(None)

    ts = [threading.Thread(target=worker) for i in range(workers)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return report
