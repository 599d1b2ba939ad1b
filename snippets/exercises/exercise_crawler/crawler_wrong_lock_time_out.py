"""Who does not get the lock in time goes on without it.

The check says: crawl asked for /c 2 times
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
    q.put(start)

    def worker():
        while (url := q.get()) is not None:
            try:
                page = fetch(url)
            except (OSError, HTTPException) as e:
                report.errors[url] = repr(e)
            else:
                got = lock.acquire(timeout=5)
                try:
                    report.visited.add(url)
                    new = set(links_of(url, page)) - seen
                    seen.update(new)
                finally:
                    if got:
                        lock.release()
                for link in new:
                    q.put(link)
            finally:
                q.task_done()

    threads = [threading.Thread(target=worker) for i in range(workers)]
    for t in threads:
        t.start()
    q.join()
    for _ in threads:
        q.put(None)
    for t in threads:
        t.join()
    return report
