// What a page needs is fetched with it. Without scripts every page can be read and followed.

for (const box of document.querySelectorAll("#passage")) import("./passage.js").then(({ openPassage }) => openPassage(box));

// Where the script of a table, which has run before this one, could not be loaded, all its rows are shown.
for (const box of document.querySelectorAll(".rows:not([data-begun])")) {
  if (!box.querySelector(".rows-wait")) box.dataset.begun = "";
}

// Where rows are shown they come first, and the theme's script once they are painted and nothing else is left
// to do. The event that it waits for is then over.
const theme = document.querySelector("link[data-theme]");
if (theme) {
  const script = document.createElement("script");
  script.src = theme.href;
  script.addEventListener("load", () => {
    document.dispatchEvent(new Event("DOMContentLoaded"));
    theme.remove();
  });
  const idle = window.requestIdleCallback ?? setTimeout;
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  window.addEventListener("load", () => painted(() => idle(() => document.body.append(script))));
}

// A mark of a chart leads to its rows; the table below the chart has the same links.
document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("svg.chart [data-href]");
  if (mark) location.href = mark.dataset.href;
});

// The theme puts each copy button into a landmark, all of the same name: none.
const nameEach = () => document.querySelectorAll("nav.md-code__nav").forEach((nav, number) => {
  nav.setAttribute("aria-label", `${nav.querySelector("button")?.title ?? ""} ${number + 1}`);
});
const watcher = new MutationObserver(nameEach);
for (const block of document.querySelectorAll("pre")) watcher.observe(block, { childList: true });
nameEach();
