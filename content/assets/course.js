// Material's copy button stands in a landmark without a name: name each after the program that it copies.
new MutationObserver(() => {
  document.querySelectorAll("nav.md-code__nav:not([aria-label])").forEach((nav) => {
    const title = nav.closest(".highlight")?.querySelector(".filename")?.textContent ?? "code";
    nav.setAttribute("aria-label", `${title} (${document.querySelectorAll("nav.md-code__nav[aria-label]").length + 1})`);
  });
}).observe(document.documentElement, { childList: true, subtree: true });
