// What a page needs is fetched with it. Without scripts every page can be read and followed.

for (const box of document.querySelectorAll(".rows")) import("./rows.js").then(({ openTable }) => openTable(box));
for (const box of document.querySelectorAll("#passage")) import("./passage.js").then(({ openPassage }) => openPassage(box));

// A mark of a chart leads to its rows; the table below the chart has the same links.
document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("svg.chart [data-href]");
  if (mark) location.href = mark.dataset.href;
});

// The theme gives each copy button a landmark without a name.
const unmark = () => document.querySelectorAll("nav.md-code__nav").forEach((nav) => nav.setAttribute("role", "group"));
const watcher = new MutationObserver(unmark);
for (const block of document.querySelectorAll("pre")) watcher.observe(block, { childList: true });
unmark();
