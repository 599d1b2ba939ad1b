// The page for unknown addresses offers the search of the header.
document.querySelectorAll("button.open-search").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const toggle = document.querySelector("[data-md-toggle=search]");
    if (!toggle.checked) toggle.click();
    document.querySelector("[data-md-component=search-query]").focus();
  });
});

// Material asks anew for each listing whether the browser can copy, and each time the browser first styles the whole page.
// What copies here is copy.js, so Material need not.
document.queryCommandSupported = () => false;
