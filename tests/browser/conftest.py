"""A real Chromium, and the built site served to it over http."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from slides.engine import chromium
from tests.browser.provide import obtain
from tests.browser.visit import Visit
from tests.support.site import Site


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it; at other addresses the site's page for these, as public hosts do."""

    def log_message(self, *_: object) -> None:
        """Keep the log out of the tests' output."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send 404.html with its status; it lies at the top of the site."""
        found = [*Path(self.directory).glob("404.html"), *Path(self.directory).glob("*/404.html")]
        if code != HTTPStatus.NOT_FOUND or not found:
            super().send_error(code, message, explain)
            return
        body = found[0].read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder over http; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where the built site is served."""
    with served(site.folder) as found:
        yield found


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Chromium or Chrome; where none can be had the tests that need it fail."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def announce(line: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{line}", flush=True)

    path = obtain(announce)
    if path is None:
        pytest.fail(chromium.NONE, pytrace=False)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[*chromium.FLAGS, "--process-per-site"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def shared(browser: Browser, address: str) -> BrowserContext:
    """The context in which pages are opened. One of them stays open, and with it the process that shows them."""
    context = browser.new_context(reduced_motion="reduce")
    context.new_page().goto(f"{address}404.html")
    return context


@pytest.fixture
def visit(shared: BrowserContext, address: str) -> Iterator[Visit]:
    """Opens pages of the site; when the test ends, none of them may have called elsewhere or complained."""
    with watched(shared, address) as visitor:
        yield visitor


@contextmanager
def watched(shared: BrowserContext, address: str) -> Iterator[Visit]:
    """Hand out a visitor; complain of what it heard."""
    visitor = Visit(shared, address)
    yield visitor
    visitor.close()
    assert visitor.complaints == []
