// Makes a table searchable: DataTables shows its pages, the store answers what they hold.

import DataTable from "./datatables.js";
import { fromFile, fromPage } from "./store.js";

const words = {
  zh: {
    columns: "列", csv: "下载所示各行", wait: "载入中…", failed: "无法载入其余各行。", more: "此行的全部字段", cite: "引用此行",
    table: {
      search: "查找", lengthMenu: "每页 _MENU_ 行", info: "第 _START_ 至 _END_ 行，共 _TOTAL_ 行", infoEmpty: "没有行",
      infoFiltered: "（全表 _MAX_ 行）", zeroRecords: "没有符合的行", emptyTable: "没有行", thousands: ",", processing: "载入中…",
      aria: { paginate: { first: "首页", last: "末页", next: "下一页", previous: "上一页" } },
    },
  },
  en: {
    columns: "Columns", csv: "Download the rows shown", wait: "Loading…", failed: "The other rows cannot be loaded.",
    more: "All fields of this row", cite: "Cite this row",
    table: { search: "Search", lengthMenu: "_MENU_ rows a page", processing: "Loading…" },
  },
}[document.documentElement.lang.startsWith("zh") ? "zh" : "en"];

async function openTable(box) {
  const table = box.querySelector("table");
  const wait = document.createElement("p");
  wait.className = "rows-wait";
  wait.setAttribute("role", "status");
  wait.textContent = words.wait;
  box.prepend(wait);
  try {
    await setUp(box, table);
    wait.remove();
    box.dataset.ready = String(Math.round(performance.now()));
  } catch (error) {
    console.error(error);
    // All that the page itself has is shown.
    box.dataset.begun = "";
    wait.textContent = words.failed;
  }
}

async function setUp(box, table) {
  const count = Number(box.dataset.count);
  const heads = [...table.tHead.rows[0].cells];
  const titles = heads.map((head) => head.textContent);
  const selects = [...box.querySelectorAll(".facets select")];
  const page = fromPage(table);
  let loading = box.dataset.source ? null : Promise.resolve(page);
  const load = () => (loading ??= fromFile(box.dataset.source));

  const chosen = () => selects.filter((select) => select.value !== "")
    .map((select) => [select.dataset.column, select.value, "nested" in select.dataset]);
  // The rows as they stand come from the page as far as it has them, all else from the store.
  let selection = { key: "", store: page, rows: null };
  const answer = async (search, order, until) => {
    const facets = chosen();
    const plain = search === "" && facets.length === 0 && order.length === 0;
    const store = plain && until <= page.length ? page : await load();
    const key = JSON.stringify([search, order, facets]);
    if (selection.key !== key || selection.store !== store || !selection.rows) {
      selection = { key, store, rows: store.select(search.split(/\s+/).filter(Boolean), facets, order) };
    }
    return selection;
  };
  const ask = (request, show) => {
    const until = request.start + request.length;
    answer(request.search.value, request.order, until).then(({ store, rows }) => show({
      draw: request.draw, recordsTotal: count,
      recordsFiltered: store === page && count > page.length ? count : rows.length,
      data: [...rows.subarray(request.start, until)].map((row) => ({ store, row })),
    })).catch((error) => {
      console.error(error);
      loading = null;
      show({ draw: request.draw, data: [], recordsTotal: count, recordsFiltered: 0, error: words.failed });
    });
  };
  const save = async () => {
    const order = rows.order().map(([column, dir]) => ({ column, dir })).filter(({ dir }) => dir);
    const { store, rows: shown } = await answer(rows.search(), order, count);
    download(`${table.id.replace("table-", "")}.csv`, asCsv(inOrder(heads).map((number) => store.columns[number]), shown));
  };

  // ?column=value in the address chooses beforehand.
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.dataset.column);
    const wanted = value && "nested" in select.dataset ? value.replace(/(00)+$/, "") : value;
    const option = wanted && [...select.options].find((one) => one.value === wanted);
    if (option) option.selected = true;
  }

  const scroll = table.parentElement;
  const label = scroll.getAttribute("aria-label");
  scroll.replaceWith(table);
  DataTable.ext.errMode = "none";
  // It would lay out the page to measure scroll bars, which its own scrolling alone needs.
  DataTable.__browser ??= { barWidth: 0, bScrollbarLeft: false };
  let rows;
  const begun = new Promise((initComplete) => { rows = new DataTable(table, {
    initComplete,
    serverSide: true, ajax: ask, processing: Boolean(box.dataset.source), searchDelay: 120, typeDetect: false,
    autoWidth: false, pageLength: 25, lengthMenu: [25, 100, 500], order: [], language: words.table, orderClasses: false,
    columns: heads.map((head, number) => ({
      data: (entry, use) => (use === "display" ? entry.store.columns[number].node(entry.row) : ""),
      className: ["n", "w"].find((name) => head.classList.contains(name)) ?? "", visible: !head.classList.contains("s"),
    })),
    createdRow: (row, { store, row: number }) => {
      const id = store.id(number);
      if (id) row.id = id;
      row.cells[0].prepend(opener());
    },
    layout: {
      topStart: { buttons: [chooser(), { text: words.csv, action: save }] },
      topEnd: "search", bottomStart: "info", bottomEnd: ["pageLength", "paging"],
    },
  }); });
  box.dataset.begun = "";
  table.addEventListener("click", (event) => {
    const button = event.target.closest("button.row-more");
    if (!button) return;
    const row = rows.row(button.closest("tr"));
    const shown = row.child.isShown();
    if (shown) row.child.hide();
    else row.child(allFields(row.data(), heads, titles, box.dataset), "row-fields").show();
    button.setAttribute("aria-expanded", String(!shown));
  });
  // The controls stay where they are while the rows scroll.
  const cell = rows.table().container().querySelector(".dt-layout-table .dt-layout-cell");
  cell.classList.add("rows-scroll");
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", label]]) cell.setAttribute(name, value);
  // What a long table needs is fetched as soon as a hand is near.
  if (box.dataset.source) for (const near of ["pointerover", "focusin"]) box.addEventListener(near, load, { once: true });

  for (const select of selects) select.addEventListener("change", () => rows.draw());
  const facets = box.querySelector(".facets");
  if (facets) facets.hidden = false;
  document.querySelector(".first-rows")?.remove();
  await begun;

  const aim = () => turnTo(decodeURIComponent(location.hash.slice(1)), rows, answer, page, count, selects);
  window.addEventListener("hashchange", aim);
  await aim();
}

// The button of the columns, which stands for the one that has a button for each of them until it is pressed.
function chooser() {
  const text = `${words.columns}<span class="dt-button-down-arrow">▼</span>`;
  const action = (_, rows) => setTimeout(() => {
    rows.button(0).remove();
    rows.button().add(0, { extend: "colvis", text: words.columns });
    rows.button(0).node().trigger("focus").trigger("click");
  });
  return { text, action, attr: { "aria-haspopup": "dialog", "aria-expanded": "false" } };
}

function opener() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "row-more";
  button.title = words.more;
  button.setAttribute("aria-label", words.more);
  button.setAttribute("aria-expanded", "false");
  return button;
}

// What a row has in all its columns, in the order of the table's fields, how to cite it, and its JSON.
function allFields({ store, row }, heads, titles, { table, cite }) {
  const list = document.createElement("dl");
  const add = (title, ...content) => {
    const [part, name, value] = ["div", "dt", "dd"].map((kind) => document.createElement(kind));
    name.textContent = title;
    value.append(...content);
    part.append(name, value);
    list.append(part);
    return name;
  };
  for (const number of inOrder(heads)) {
    if (store.columns[number].raw(row) === "") continue;
    add(titles[number], store.columns[number].node(row)).title = heads[number].dataset.name;
  }
  const id = store.id(row);
  if (!id) return list;
  add(words.cite, `${cite}, ${id}`);
  const link = document.createElement("a");
  link.href = new URL(`../api/${table}/${fileName(id)}.json`, import.meta.url).href;
  link.textContent = `api/${table}/${fileName(id)}.json`;
  add("JSON", link);
  return list;
}

// The name of a row's file, as row_files.py has it.
const fileName = (id) => id.replace(/[^A-Za-z0-9._-]/gu, (found) =>
  [...new TextEncoder().encode(found)].map((byte) => `~${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""));

// The numbers of the columns in the order of the table's fields.
const inOrder = (heads) => [...heads.keys()].sort((a, b) => heads[a].dataset.number - heads[b].dataset.number);

// A row's address leads to the page of the table that holds it; where a choice hides it, the choice gives way.
async function turnTo(id, rows, answer, page, count, selects) {
  if (!id) return;
  if (document.getElementById(id)?.closest(".dictionary")) return;
  const order = () => rows.order().map(([column, dir]) => ({ column, dir })).filter(({ dir }) => dir);
  const seek = async () => {
    const { store, rows: shown } = await answer(rows.search(), order(), page.find(id) < 0 ? count : page.find(id));
    const row = store.find(id);
    return row < 0 ? -2 : shown.indexOf(row);
  };
  let place = await seek();
  if (place === -2) return;
  if (place === -1) {
    for (const select of selects) select.value = "";
    rows.search("");
    place = await seek();
  }
  await new Promise((done) => rows.one("draw", done).page(Math.floor(place / rows.page.len())).draw(false));
  document.querySelectorAll(".rows-table tr.aim").forEach((row) => row.classList.remove("aim"));
  const row = document.getElementById(id);
  row.classList.add("aim");
  row.scrollIntoView({ block: "center" });
}

// As Excel opens it: a spreadsheet would run text that begins like a formula.
function asCsv(columns, rows) {
  const cell = (column, text) => {
    const safe = column.kind !== "number" && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map((column) => column.name).join(",")];
  for (const row of rows) lines.push(columns.map((column) => cell(column, column.raw(row))).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

for (const box of document.querySelectorAll(".rows")) openTable(box);
