// A page of a lesson that becomes a part of a book: its anchors get a name of their own, since other lessons have the same;
// links to other pages of the site lead to where it is published, or nowhere. Answers are unfolded, hints and solutions are not.
async ({ slug, site, address }) => {
  await document.fonts.ready;
  for (const one of document.querySelectorAll("details:not(.tip, .tip *, .run-facts)")) one.open = true;
  for (const one of document.querySelectorAll("[id]")) one.id = `${slug}-${one.id}`;
  for (const link of document.querySelectorAll("a[href]")) {
    const given = link.getAttribute("href");
    if (given.startsWith("#")) link.setAttribute("href", `#${slug}-${given.slice(1)}`);
    else if (!link.href.startsWith(site)) continue;
    else if (address) link.href = link.href.replace(site, address).replace(/index\.html(?=$|#)/, "");
    else link.removeAttribute("href");
  }
}
