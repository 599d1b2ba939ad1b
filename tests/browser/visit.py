"""Look at a page as its users do."""

from collections.abc import Sequence
from typing import Any, Literal, get_args

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
VIOLATIONS = {"resultTypes": ["violations"]}  # what passes need not be described, which takes most of the time
# The search works in a worker; to make its index anew for each page takes a third of the time.
NO_WORKER = "window.Worker = class { addEventListener() {} postMessage() {} };"

# Whether the page shows a scheme, if it has any. Decks follow what the reader prefers; the site does when a page is
# loaded, and then its button.
SHOWS = """
(scheme) => {
  const { body, documentElement } = document;
  const shown = { default: "light", slate: "dark" }[body.dataset.mdColorScheme] ?? documentElement.dataset.scheme;
  if (shown !== scheme) document.querySelector(".md-header label[for^=__palette]:not([hidden])")?.click();
  return (shown ?? scheme) === scheme;
}
"""
# Colours that fade into those of the other scheme are there at once.
SETTLE = "document.getAnimations().filter((one) => one instanceof CSSTransition).forEach((one) => one.finish())"

# How large the letters of figures within something are on the screen, in pixels.
LETTERS = """
(within) => [...document.querySelectorAll(within + " :is(svg[role=img] text, .run-bars *)")]
  .filter((one) => one.checkVisibility())
  .map((one) => {
    const scale = one.getBoundingClientRect().height / (one.getBBox?.().height ?? one.offsetHeight);
    return parseFloat(getComputedStyle(one).fontSize) * scale;
  })
"""

# How many boxes can be scrolled, but not by key.
OUT_OF_REACH = "boxes => boxes.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.tabIndex !== 0).length"
# Whether a page of the site has looked at all boxes that it shows: it does so when it has nothing else to do.
IN_REACH = f"""
() => {{
  const kinds = ".highlight code, .run-output pre, .run-figure, .wide, .md-typeset__scrollwrap";
  const boxes = [...document.querySelectorAll(kinds)].filter((one) => one.checkVisibility());
  boxes.forEach((one) => one.lastElementChild?.getBoundingClientRect()); // has all laid out
  return !document.querySelector("script[src$='assets/pages.js']") || ({OUT_OF_REACH})(boxes) === 0;
}}
"""

# Words and lines of code that look alike, in each scheme, are looked at once: axe would take most of its time for
# thousands of them. What each looks like in the scheme that is shown is added to what is known of it.
LOOK = """
() => {
  for (const word of document.querySelectorAll(".highlight code span")) {
    const looks = [word, word.parentElement].map((one) => getComputedStyle(one));
    word.looks = (word.looks ?? []).concat(
      looks.flatMap((look) => [look.color, look.backgroundColor, look.fontSize, look.opacity]));
  }
}
"""
THIN_OUT = """
() => {
  const seen = new Set();
  for (const word of [...document.querySelectorAll(".highlight code span")].reverse()) {
    const key = word.looks.join();
    if (seen.has(key) && word.childElementCount === 0) word.remove();
    seen.add(key);
  }
}
"""


class Visit:
    """Opens pages and keeps what they ask for and complain of: console errors, exceptions, requests to other hosts."""

    def __init__(self, shared: BrowserContext, address: str) -> None:
        """The pages are opened in `shared`, whose first page stays open when the visit ends."""
        self.address = address
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self._shared = shared
        self._own: list[BrowserContext] = []
        self._axe = Axe()

    def __call__(self, path: str, width: int = 1280, height: int = 720, search: bool = False, **own: Any) -> Page:
        """Open a page of the site in a window of `width` by `height` pixels.

        It can be searched if that is asked for. With options `own` of `Browser.new_context` it gets a context of its
        own, which costs twice the time.
        """
        page = self._context(own).new_page()
        if not search:
            page.add_init_script(NO_WORKER)
        page.set_viewport_size({"width": width, "height": height})
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"{path}: {error}"))
        page.on("request", self._watch)
        page.goto(self.address + path)
        return page

    def _context(self, own: dict[str, Any]) -> BrowserContext:
        if not own:
            return self._shared
        assert self._shared.browser
        self._own.append(self._shared.browser.new_context(**{"reduced_motion": "reduce", **own}))
        return self._own[-1]

    def close(self) -> None:
        """Close every page, and forget all that they kept, so that the next visitor comes as a stranger."""
        while self._own:
            self._own.pop().close()
        first, *pages = self._shared.pages
        for page in pages:
            page.close()
        session = self._shared.new_cdp_session(first)
        session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        session.detach()

    def violations(self, page: Page, within: str = "html", schemes: Sequence[Scheme] = SCHEMES) -> list[str]:
        """What axe finds wrong for people who see, hear or move otherwise, in light and in dark.

        It looks `within` what a selector finds, so that what another test has looked at is left out.
        """
        for scheme in schemes:
            show(page, scheme)
            page.evaluate(LOOK)
        page.wait_for_function(IN_REACH)
        page.evaluate(THIN_OUT)
        return [f"{scheme}: {line}" for scheme in reversed(schemes) for line in self._violations(page, within, scheme)]

    def _violations(self, page: Page, within: str, scheme: Scheme) -> list[str]:
        show(page, scheme)
        found = self._axe.run(page, within, VIOLATIONS).response["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:", "about:")):
            self.asked.append(request.url)
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.complaints.append(f"It asks another host: {request.url}")


def show(page: Page, scheme: Scheme) -> None:
    """Switch a page to a scheme, and wait until it is shown."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(SHOWS, arg=scheme)
    page.evaluate(SETTLE)
