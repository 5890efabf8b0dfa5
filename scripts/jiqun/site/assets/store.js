// The rows of a table, column by column: found by words and values, put in order, shown as nodes. Texts of a
// package become text nodes here and nothing else. columns.py says what rows.json holds.

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
// Above this many rows texts are sorted by their characters' codes, which takes a hundredth of the time.
const COLLATED = 5000;

const link = (place, text, title) => {
  const node = document.createElement("a");
  node.href = place;
  node.textContent = text;
  if (title) node.title = title;
  return node;
};
const fill = (place, key) => place.replace("~", () => encodeURIComponent(key));
const hasCases = (word) => word.toLowerCase() !== word.toUpperCase();
const groupDigits = (number) => {
  const [whole, part] = number.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
};
// Whether texts hold a word, which is in lower case.
const holds = (word) => (hasCases(word) ? (text) => text.toLowerCase().includes(word) : (text) => text.includes(word));

// A column with a text per row.
class Listed {
  constructor({ name, kind, values, place = "", empty = "", operator = "", upper = "", signs = {} }, store) {
    Object.assign(this, { name, kind, values, place, empty, operator, upper, signs, store });
  }
  raw(row) { return this.values[row]; }
  hasWord(word) {
    const has = holds(this.kind === "number" ? word.replaceAll(",", "") : word);
    return (row) => has(this.raw(row));
  }
  hasValue(test) { return (row) => test(this.raw(row)); }
  compare() {
    const values = this.values ?? Array.from({ length: this.store.length }, (_, row) => this.raw(row));
    if (this.kind === "number") {
      const numbers = values.map((value) => (value === "" ? Infinity : Number(value)));
      return (a, b) => numbers[a] - numbers[b] || 0;
    }
    if (values.length <= COLLATED) return (a, b) => collator.compare(values[a], values[b]);
    return (a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : 0);
  }
  node(row) {
    const value = this.raw(row);
    const document_id = this.store.documentOf(row);
    if (this.kind === "passage") {
      const text = value === "" ? this.empty : value.trim() ? value : "␣".repeat([...value].length);
      return link(fill(this.place, document_id) + (this.place.endsWith("#") ? encodeURIComponent(this.store.id(row)) : ""), text);
    }
    return document.createTextNode(this.kind === "number" && value ? this.figure(row, value) : value);
  }
  // A number with what says more of it, as the page itself has it.
  figure(row, value) {
    const of = (name) => (name ? this.store.column(name).raw(row) : "");
    const upper = of(this.upper);
    return (this.signs[of(this.operator)] ?? "") + groupDigits(value) + (upper ? `–${groupDigits(upper)}` : "");
  }
}

// The rows' own keys.
class Own extends Listed {
  raw(row) { return this.store.id(row); }
  node(row) {
    const value = this.raw(row);
    const start = `${this.store.documentOf(row)}-`;
    return link(fill(this.place, value), value.startsWith(start) ? value.slice(start.length) : value);
  }
}

// A column of values that recur, each with a label.
class Coded {
  constructor({ name, kind, keys, labels, rows, place, places, of }) {
    Object.assign(this, { name, kind, keys, labels, rows, place, places, of });
  }
  raw(row) { return this.keys[this.rows[row]] ?? ""; }
  // One test for each value, not for each row; nothing where no value has it.
  hasKey(test) {
    const { rows } = this;
    const hit = Uint8Array.from(this.keys, (key, number) => test(key, this.labels[number]));
    return hit.includes(1) ? (row) => hit[rows[row]] === 1 : null;
  }
  hasWord(word) {
    const has = holds(word);
    return this.hasKey((key, label) => has(label) || has(key));
  }
  hasValue(test) { return this.hasKey((key) => test(key)) ?? (() => false); }
  compare() {
    const ranks = new Int32Array(this.keys.length);
    [...this.labels.keys()].sort((a, b) => collator.compare(this.labels[a], this.labels[b])).forEach((number, rank) => { ranks[number] = rank; });
    const rankOf = (row) => ranks[this.rows[row]] ?? Infinity;
    return (a, b) => rankOf(a) - rankOf(b) || 0;
  }
  node(row) {
    const number = this.rows[row];
    const key = this.keys[number];
    if (key === undefined) return document.createTextNode("");
    const place = this.places ? this.places[this.of[number]] : this.place;
    if (place) return link(fill(place, key), this.labels[number], key);
    const node = document.createElement("span");
    node.textContent = this.labels[number];
    if (this.kind === "code") node.title = key;
    return node;
  }
}

// A column as it stands in the page: the cells themselves are shown, and read when they are asked for.
class Celled extends Listed {
  constructor(name, kind, cells) {
    super({ name, kind });
    this.cells = cells;
  }
  read() {
    this.labels ??= this.cells.map((cell) => cell.textContent);
    this.values ??= this.cells.map((cell, row) => cell.dataset.raw ?? (cell.firstElementChild?.title || this.labels[row]));
    return this;
  }
  raw(row) { return this.read().values[row]; }
  hasWord(word) {
    const has = holds(word);
    this.read();
    return (row) => has(this.labels[row]) || has(this.values[row]);
  }
  compare() {
    this.read();
    if (this.kind === "number") return super.compare();
    return (a, b) => collator.compare(this.labels[a], this.labels[b]);
  }
  node(row) {
    const node = this.cells[row].firstChild;
    return node ? node.cloneNode(true) : document.createTextNode("");
  }
}

class Store {
  constructor(ids, length, tails = false) {
    Object.assign(this, { ids, length, tails, columns: [] });
  }
  id(row) { return this.tails ? `${this.documentOf(row)}-${this.ids[row]}` : this.ids[row] ?? ""; }
  column(name) { return (this.named ??= new Map(this.columns.map((column) => [column.name, column]))).get(name); }
  documentOf(row) { return this.column("document_id")?.raw(row) ?? ""; }
  find(id) {
    for (let row = 0; id && row < this.length; row += 1) if (this.id(row) === id) return row;
    return -1;
  }
  // The numbers of the rows that have all words and all values, in order; `chosen` is [[column, value, nested]].
  select(words, chosen, order) {
    let rows = Uint32Array.from({ length: this.length }, (_, row) => row);
    for (const [name, value, nested] of chosen) {
      const test = this.column(name).hasValue(nested ? (key) => key.startsWith(value) : (key) => key === value);
      rows = rows.filter(test);
    }
    for (const word of words) {
      const tests = this.columns.map((column) => column.hasWord(word.toLowerCase())).filter(Boolean);
      rows = rows.filter((row) => tests.some((test) => test(row)));
    }
    for (const { column, dir } of [...order].reverse()) {
      const compare = this.columns[column].compare();
      rows.sort(dir === "desc" ? (a, b) => compare(b, a) : compare);
    }
    return rows;
  }
}

// The rows that stand in the page.
export function fromPage(table) {
  const rows = [...table.tBodies[0].rows];
  const store = new Store(rows.map((row) => row.id), rows.length);
  store.columns = [...table.tHead.rows[0].cells].map((head, number) => new Celled(
    head.dataset.name, head.classList.contains("n") ? "number" : "text", rows.map((row) => row.cells[number])));
  return store;
}

// All rows of a long table.
export async function fromFile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const { length, ids, tails, columns } = await answer.json();
  const store = new Store(ids, length, tails);
  store.columns = columns.map((column) =>
    (column.keys ? new Coded(column) : new (column.kind === "own" ? Own : Listed)(column, store)));
  return store;
}
