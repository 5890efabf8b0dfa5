// Makes the tables searchable and the marks of a document speak. Without it every page can be read and followed.

const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const words = {
  zh: {
    all: "全部", search: "查找", columns: "列", csv: "下载所示各行", wait: "载入中…", failed: "无法载入其余各行。",
    table: {
      search: "查找", lengthMenu: "每页 _MENU_ 行", info: "第 _START_ 至 _END_ 行，共 _TOTAL_ 行", infoEmpty: "没有行",
      infoFiltered: "（全表 _MAX_ 行）", zeroRecords: "没有符合的行", emptyTable: "没有行", thousands: ",",
      aria: { paginate: { first: "首页", last: "末页", next: "下一页", previous: "上一页" } },
    },
  },
  en: {
    all: "all", search: "Search", columns: "Columns", csv: "Download the rows shown", wait: "Loading…",
    failed: "The other rows cannot be loaded.", table: { search: "Search", lengthMenu: "_MENU_ rows a page" },
  },
}[language];

const textOf = (html) => {
  const box = document.createElement("template");
  box.innerHTML = html;
  return box.content.textContent.trim();
};
// Cells of codes recur in row after row.
const codes = new Map();
const codeOf = (html) => {
  if (!codes.has(html)) {
    const box = document.createElement("template");
    box.innerHTML = html;
    codes.set(html, box.content.firstElementChild?.title || box.content.textContent.trim());
  }
  return codes.get(html);
};

async function openTable(box) {
  const table = box.querySelector("table");
  const wait = document.createElement("p");
  wait.className = "rows-wait";
  wait.setAttribute("role", "status");
  wait.textContent = words.wait;
  box.prepend(wait);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("datatables.css", import.meta.url);
  // Before our own sheet, which has the last word.
  document.head.prepend(style);
  const [{ default: DataTable }, long] = await Promise.all([
    import(new URL("datatables.js", import.meta.url)),
    box.dataset.source ? fetch(box.dataset.source).then((answer) => answer.json()) : null,
  ]);
  const scroll = table.parentElement;
  const label = scroll.getAttribute("aria-label");
  scroll.replaceWith(table);
  const heads = [...table.tHead.rows[0].cells];
  const options = {
    autoWidth: false, deferRender: true, pageLength: 25, lengthMenu: [25, 100, 500], order: [],
    language: words.table, orderClasses: false,
    columnDefs: [
      { targets: heads.flatMap((head, i) => ("secondary" in head.dataset ? [i] : [])), visible: false },
    ],
    layout: {
      topStart: {
        buttons: [
          { extend: "colvis", text: words.columns },
          { extend: "csv", text: words.csv, bom: true, filename: table.id.replace("table-", ""),
            exportOptions: { columns: "*", format: { header: (title, i) => heads[i].dataset.name } } },
        ],
      },
      topEnd: "search", bottomStart: "info", bottomEnd: ["pageLength", "paging"],
    },
  };
  if (long) {
    options.data = long.rows;
    options.columns = heads.map((head) => head.classList.contains("n")
      ? { className: "n", type: "num", render: (cell, use) => (use === "sort" || use === "type" ? Number(String(cell).replace(/<[^>]*>|,/g, "")) : cell) }
      : {});
    options.createdRow = (row, data, index) => { row.id = long.ids[index]; };
    table.tBodies[0].replaceChildren();
  }
  const rows = new DataTable(table, options);
  // The controls stay where they are while the rows scroll.
  const cell = rows.table().container().querySelector(".dt-layout-table .dt-layout-cell");
  cell.classList.add("rows-scroll");
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", label]]) cell.setAttribute(name, value);
  addFacets(box, rows, heads);
  wait.remove();
  const aim = () => turnTo(rows, long, decodeURIComponent(location.hash.slice(1)));
  window.addEventListener("hashchange", aim);
  aim();
  box.dataset.ready = "true";
}

// Selects the values to keep; ?column=value in the address chooses one beforehand.
function addFacets(box, rows, heads) {
  const chosen = new URLSearchParams(location.search);
  const facets = document.createElement("div");
  facets.className = "facets";
  heads.forEach((head, index) => {
    const name = head.dataset.name;
    if (!("facet" in head.dataset) && !chosen.has(name)) return;
    const column = rows.column(index);
    const labels = new Map();
    for (const cell of column.data().unique().toArray()) if (cell !== "") labels.set(codeOf(cell), textOf(cell));
    if (labels.size < 2 && !chosen.has(name)) return;
    const select = document.createElement("select");
    select.append(new Option(words.all, ""));
    for (const [code, label] of [...labels].sort((a, b) => a[1].localeCompare(b[1], language))) select.append(new Option(label, code));
    select.addEventListener("change", () => {
      const code = select.value;
      column.search.fixed("facet", code === "" ? null : (text, cells) => codeOf(cells[index]) === code).draw();
    });
    const label = document.createElement("label");
    label.append(head.textContent.trim(), select);
    facets.append(label);
    if (labels.has(chosen.get(name))) {
      select.value = chosen.get(name);
      select.dispatchEvent(new Event("change"));
    }
  });
  if (facets.childElementCount) box.prepend(facets);
}

// A row's address leads to the page of the table that holds it.
function turnTo(rows, long, id) {
  if (!id) return;
  const index = long ? long.ids.indexOf(id) : rows.rows().nodes().toArray().findIndex((row) => row.id === id);
  if (index < 0) return;
  const shown = rows.rows({ order: "applied", search: "applied" }).indexes().toArray().indexOf(index);
  if (shown < 0) return;
  rows.page(Math.floor(shown / rows.page.len())).draw(false);
  document.querySelectorAll(".rows-table tr.aim").forEach((row) => row.classList.remove("aim"));
  const row = rows.row(index).node();
  row.classList.add("aim");
  row.scrollIntoView({ block: "center" });
}

function openPassage(passage) {
  const { rows, tables } = JSON.parse(document.getElementById("passage-rows").textContent);
  const panel = document.getElementById("passage-panel");
  document.querySelectorAll("[data-marks]").forEach((box) => box.addEventListener("change", () => {
    passage.classList.toggle(`off-${box.dataset.marks}`, !box.checked);
  }));
  const outline = (id) => {
    passage.querySelectorAll("a.aim").forEach((mark) => mark.classList.remove("aim"));
    if (id) passage.querySelectorAll(`a[data-rows~="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.add("aim"));
  };
  const show = (ids) => {
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = panel.dataset.close;
    close.addEventListener("click", () => { panel.hidden = true; outline(""); });
    const list = document.createElement("ul");
    for (const id of ids) {
      const [table, label] = rows[id];
      const link = document.createElement("a");
      link.href = `${tables[table][1]}#${id}`;
      link.textContent = label;
      link.addEventListener("mouseenter", () => outline(id));
      link.addEventListener("focus", () => outline(id));
      const item = document.createElement("li");
      item.style.borderColor = `var(--${table})`;
      item.append(`${tables[table][0]} · `, link);
      list.append(item);
    }
    panel.replaceChildren(close, list);
    panel.hidden = false;
  };
  passage.addEventListener("click", (event) => {
    const mark = event.target.closest("a.m");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const ids = mark.dataset.rows.split(" ");
    outline(ids[0]);
    show(ids);
    panel.querySelector("a").focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { panel.hidden = true; outline(""); } });
  const aim = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    outline(id);
    if (rows[id]) show([id]);
  };
  window.addEventListener("hashchange", aim);
  aim();
  passage.dataset.ready = "true";
}

document.querySelectorAll(".rows").forEach((box) => openTable(box).catch((error) => {
  console.error(error);
  box.querySelector(".rows-wait").textContent = words.failed;
}));
document.querySelectorAll("#passage").forEach(openPassage);
