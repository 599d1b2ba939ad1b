// A button in the title bar of each listing copies its code. (Material's own stands in a landmark, and over the code.)
(() => {
  const ICON = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5.5 5.5h8v9h-8zM3.5 11h-1V1.5h8v2"/></svg>`;
  const LASTS = 1500; // milliseconds of the word that it is done

  const made = Object.assign(document.createElement("button"), { type: "button", className: "copy" });
  made.innerHTML = `${ICON}<span>Copy</span>`;

  const offer = (block) => {
    const code = block.querySelector("pre > code");
    const bar = block.querySelector(":scope > .program-files") ?? block;
    const name = block.querySelector(":scope > .filename")?.textContent;
    const button = made.cloneNode(true);
    button.setAttribute("aria-label", `Copy ${name ?? "this code"}`);
    const word = button.lastChild;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ""));
      word.textContent = "Copied";
      setTimeout(() => { word.textContent = "Copy"; }, LASTS);
    });
    if (bar === block && !name) block.prepend(button); // alone in a bar of its own
    else if (bar === block) block.querySelector(".filename").after(button);
    else bar.append(button);
  };

  if (navigator.clipboard) document.querySelectorAll(".highlight:has(> pre > code)").forEach(offer);
})();
