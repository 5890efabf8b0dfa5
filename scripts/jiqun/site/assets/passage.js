// The marks of a document speak: a mark shows its rows, a row its mark.

export function openPassage(passage) {
  const panel = document.getElementById("passage-panel");
  let loading = null;
  const load = () => (loading ??= fetch(panel.dataset.facts).then((answer) => answer.json()));

  const marksOf = (id) => (id ? [...passage.querySelectorAll(`a[data-rows~="${CSS.escape(id)}"]`)] : []);
  const outline = (id) => {
    passage.querySelectorAll("a.aim").forEach((mark) => mark.classList.remove("aim"));
    marksOf(id).forEach((mark) => mark.classList.add("aim"));
  };
  const close = () => { panel.hidden = true; outline(""); };
  const describe = ([table, label, cells], id, { tables }) => {
    const [title, place, fields] = tables[table];
    const item = document.createElement("li");
    item.style.borderColor = `var(--${table})`;
    const kind = document.createElement("span");
    kind.textContent = title;
    const link = document.createElement("a");
    link.href = `${place}#${id}`;
    link.textContent = label;
    link.addEventListener("mouseenter", () => outline(id));
    link.addEventListener("focus", () => outline(id));
    const list = document.createElement("dl");
    for (const [field, text] of cells) {
      if (text === label) continue;
      const name = document.createElement("dt");
      name.textContent = fields[field];
      const value = document.createElement("dd");
      value.textContent = text;
      list.append(name, value);
    }
    item.append(kind, link, list);
    return item;
  };
  const show = async (ids) => {
    const facts = await load();
    const known = ids.filter((id) => facts.rows[id]);
    if (!known.length) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = panel.dataset.close;
    button.addEventListener("click", close);
    const list = document.createElement("ul");
    list.append(...known.map((id) => describe(facts.rows[id], id, facts)));
    panel.replaceChildren(button, list);
    panel.hidden = false;
    panel.scrollTop = 0;
  };

  const boxes = [...document.querySelectorAll("[data-marks]")];
  // Only what is marked can be pressed; the rest is text, for the hand and for the keyboard.
  const apply = () => {
    for (const { dataset, checked } of boxes) passage.classList.toggle(`off-${dataset.marks}`, !checked);
    const shown = boxes.filter(({ checked }) => checked).map(({ dataset }) => `m-${dataset.marks}`);
    for (const mark of passage.querySelectorAll("a.m")) {
      mark.dataset.place ??= mark.getAttribute("href");
      if (shown.some((kind) => mark.classList.contains(kind))) mark.href = mark.dataset.place;
      else mark.removeAttribute("href");
    }
  };
  for (const box of boxes) box.addEventListener("change", apply);
  apply();
  passage.addEventListener("click", async (event) => {
    const mark = event.target.closest("a.m[href]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Rows of the kinds that are marked come first, the narrowest before.
    const { rows } = await load();
    const hidden = (id) => Number(passage.classList.contains(`off-${rows[id]?.[0]}`));
    const ids = mark.dataset.rows.split(" ").sort((a, b) => hidden(a) - hidden(b));
    outline(ids[0]);
    await show(ids);
    panel.querySelector("a").focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  // The address of a row: its mark is shown even where marks of its kind are not.
  const aim = async () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const marks = marksOf(id);
    if (!marks.length) return;
    outline(id);
    marks[0].scrollIntoView({ block: "center" });
    await show([id]);
  };
  window.addEventListener("hashchange", aim);
  aim().catch(console.error).finally(() => { passage.dataset.ready = "true"; });
}
