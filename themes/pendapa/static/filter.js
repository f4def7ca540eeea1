// Filters of the index of pieces. What is chosen stands in the address. A table tells which piece has what, and the
// cards come from the index's own pages; both are fetched when something is chosen.

const form = document.querySelector("div.filters");
const details = form.closest("details");
const own = document.querySelector("[data-cards]");
const pages = document.querySelector("nav.pages");
const status = form.querySelector(".found");
const more = document.querySelector(".filtered .more");
const filtered = document.querySelector(".filtered");
const boxes = [...form.querySelectorAll("input")];
const facet = (box) => box.closest("fieldset").dataset.facet;
const root = new URL(form.dataset.root, location.href);

let table;
let asked = 0;
let found = [];
const fetched = new Map();
const LATIN = { numberingSystem: "latn" };

const load = () => (table ??= fetch(form.dataset.table).then((answer) => answer.json()));

// The choices of each facet that are ticked, as numbers of the table.
function chosen({ choices }) {
  const groups = new Map();
  for (const box of boxes.filter((each) => each.checked)) {
    const number = choices.indexOf(`${facet(box)}:${box.value}`);
    groups.set(facet(box), [...(groups.get(facet(box)) ?? []), number]);
  }
  return groups;
}

// A piece passes that has, of each facet, one of its ticked choices; `but` is a facet that is left out.
const passes = (piece, groups, but) =>
  [...groups].every(([name, numbers]) => name === but || numbers.some((number) => piece.includes(number)));

function recount(data, groups) {
  for (const box of boxes) {
    const number = data.choices.indexOf(`${facet(box)}:${box.value}`);
    const count = data.pieces.filter((piece) => piece.includes(number) && passes(piece, groups, facet(box))).length;
    box.closest("label").querySelector(".count").textContent = count.toLocaleString(status.dataset.lang, LATIN);
    box.disabled = !count && !box.checked;
  }
}

function counted(number) {
  const { lang } = status.dataset;
  const said = status.dataset[new Intl.PluralRules(lang).select(number)] ?? status.dataset.other;
  return number ? said.replace("#", number.toLocaleString(lang, LATIN)) : status.dataset.none;
}

// The cards of one of the index's pages, with their links made to hold on this one.
function cards(path) {
  if (!fetched.has(path)) fetched.set(path, read(new URL(path, root)));
  return fetched.get(path);
}

async function read(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const whole = (part) => part.trim().replace(/^\S+/, (link) => new URL(link, address).href);
  for (const element of page.querySelectorAll("[data-cards] :is([href], [src], [srcset])")) {
    for (const name of ["href", "src"]) {
      if (element.hasAttribute(name)) element.setAttribute(name, new URL(element.getAttribute(name), address).href);
    }
    if (element.srcset) element.srcset = element.srcset.split(", ").map(whole).join(", ");
  }
  return [...page.querySelectorAll("[data-cards] > * > li")];
}

async function append(data) {
  const shown = filtered.querySelector("ul").children.length;
  const next = found.slice(shown, shown + data.size);
  const at = (number) => Math.floor(number / data.size);
  const all = new Map(await Promise.all([...new Set(next.map(at))].map(async (n) => [n, await cards(data.pages[n])])));
  const list = filtered.querySelector("ul");
  list.append(...next.map((number) => document.importNode(all.get(at(number))[number % data.size], true)));
  more.hidden = list.children.length >= found.length;
  return list.children[shown];
}

async function apply() {
  const turn = ++asked;
  const any = boxes.some((box) => box.checked);
  form.querySelector(".all").hidden = !any;
  try {
    if (!any && !table) return;
    const data = await load();
    const groups = chosen(data);
    if (turn !== asked) return;
    recount(data, groups);
    found = data.pieces.flatMap((piece, number) => (passes(piece, groups) ? [number] : []));
    const list = document.createElement("ul");
    list.className = own.firstElementChild.className;
    filtered.querySelector("ul").replaceWith(list);
    if (any) await append(data);
    if (turn !== asked) return;
    own.hidden = any;
    if (pages) pages.hidden = any;
    filtered.hidden = !any;
    status.textContent = any ? counted(found.length) : "";
  } catch (error) {
    table = undefined;
    if (turn === asked) status.textContent = status.dataset.failed;
    console.warn(error);
  }
}

function remember() {
  const address = new URL(location.href);
  address.search = new URLSearchParams(boxes.filter((box) => box.checked).map((box) => [facet(box), box.value]));
  history.pushState(null, "", address);
}

function recall() {
  const said = new URLSearchParams(location.search);
  for (const box of boxes) box.checked = said.getAll(facet(box)).includes(box.value);
  details.open ||= boxes.some((box) => box.checked);
  apply();
}

form.addEventListener("change", () => (remember(), apply()));
form.querySelector(".all").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  details.querySelector("summary").focus();
  remember();
  apply();
});
details.addEventListener("toggle", () => details.open && load().catch(() => (table = undefined)));
more.addEventListener("click", async () => (await append(await load()))?.querySelector("a").focus());
addEventListener("popstate", recall);
recall();
