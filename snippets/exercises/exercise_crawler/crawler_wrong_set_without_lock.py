"""Which links are new is reckoned with sets, in one line; the next line adds them, and in between come the others.

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
    report, todo, known, lock = Report(), queue.Queue(), {start}, threading.Lock()
    todo.put(start)

    def work():
        while (url := todo.get()) is not None:
            try:
                page = fetch(url)
            except (OSError, HTTPException) as error:
                with lock:
                    report.errors[url] = repr(error)
            else:
                report.visited.add(url)
                new = set(links_of(url, page)) - known
                known.update(new)
                for link in new:
                    todo.put(link)
            finally:
                todo.task_done()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    todo.join()
    for _ in threads:
        todo.put(None)
    for thread in threads:
        thread.join()
    return report
