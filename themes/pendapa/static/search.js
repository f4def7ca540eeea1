// The search page: Pagefind is loaded when the visitor turns to the box. What is looked for stands in the address.

const form = document.querySelector("form.search");
const input = form.elements.q;
const status = form.querySelector(".found");
const list = form.querySelector(".results");
const more = form.querySelector(".more");
const facets = [...form.querySelectorAll("[data-facet]")];
const root = new URL(form.dataset.root, location.href);
const AT_ONCE = 10;

let engine;
let asked = 0;
let results = [];

const load = () => (engine ??= start());

async function start() {
  const pagefind = await import(new URL(form.dataset.engine, location.href).href);
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

const chosen = () =>
  Object.fromEntries(
    facets
      .map((facet) => [facet.dataset.facet, [...facet.querySelectorAll(":checked")].map((box) => box.value)])
      .filter(([, values]) => values.length),
  );

// The filters are given where there are no boxes to read them from yet: when a page is opened with them.
async function search(filters = chosen()) {
  const turn = ++asked;
  const words = input.value.trim();
  const wanted = Object.entries(filters).map(([name, values]) => [name, { any: values }]);
  try {
    const empty = !words && !wanted.length;
    const pagefind = empty ? null : await load();
    const found = await pagefind?.search(words || null, { filters: Object.fromEntries(wanted) });
    if (turn !== asked) return;
    results = found?.results ?? [];
    facets.forEach((facet) => offer(facet, found?.totalFilters[facet.dataset.facet] ?? {}, filters));
    form.querySelector(".facets").hidden = facets.every((facet) => facet.hidden);
    const items = await Promise.all(results.slice(0, AT_ONCE).map(item));
    if (turn !== asked) return;
    list.replaceChildren(...items);
    status.textContent = empty ? "" : results.length ? counted(results.length) : status.dataset.none;
    more.hidden = results.length <= AT_ONCE;
  } catch (error) {
    engine = undefined;
    if (turn === asked) status.textContent = status.dataset.failed;
    console.warn(error);
  }
}

function counted(number) {
  const { lang } = status.dataset;
  const said = status.dataset[new Intl.PluralRules(lang).select(number)] ?? status.dataset.other;
  return said.replace("#", number.toLocaleString(lang, { numberingSystem: "latn" }));
}

// The boxes of a facet: what the words are found in, and what is ticked.
function offer(facet, counts, filters) {
  const ticked = filters[facet.dataset.facet] ?? [];
  const names = Object.keys(counts).filter((name) => counts[name] || ticked.includes(name));
  const focused = facet.contains(document.activeElement) ? document.activeElement.value : null;
  facet.hidden = names.length < 2 && !ticked.length;
  facet.querySelector(".choices").replaceChildren(
    ...names.map((name) => {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: name });
      const count = Object.assign(document.createElement("span"), { className: "count", textContent: counts[name] });
      box.checked = ticked.includes(name);
      label.append(box, ` ${name} `, count);
      return label;
    }),
  );
  if (focused !== null) [...facet.querySelectorAll("input")].find((box) => box.value === focused)?.focus();
}

async function item(result) {
  const { url, meta, excerpt } = await result.data();
  const made = form.querySelector("template").content.cloneNode(true).firstElementChild;
  const link = Object.assign(made.querySelector("a"), { href: url, textContent: meta.title });
  const photo = made.querySelector(".entry-photo");
  if (meta.image) {
    photo.append(Object.assign(new Image(144, 180), { src: new URL(meta.image, root).href, alt: "", loading: "lazy" }));
  } else {
    photo.remove();
    made.classList.add("bare");
  }
  made.querySelector(".where").textContent = [meta.kind, meta.region].filter(Boolean).join(" · ");
  made.querySelector(".excerpt").append(...marked(excerpt));
  link.closest("h2").dir = "auto";
  return made;
}

// An excerpt's text and marks, and nothing else of it.
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => {
    const made = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    made.textContent = node.textContent;
    return made;
  });
}

function remember(how) {
  const address = new URL(location.href);
  address.search = "";
  if (input.value.trim()) address.searchParams.set("q", input.value.trim());
  for (const [name, values] of Object.entries(chosen())) {
    values.forEach((value) => address.searchParams.append(name, value));
  }
  history[how](null, "", address);
}

function recall() {
  const said = new URLSearchParams(location.search);
  input.value = said.get("q") ?? "";
  const names = facets.map((facet) => facet.dataset.facet).filter((name) => said.has(name));
  search(Object.fromEntries(names.map((name) => [name, said.getAll(name)])));
}

let pause;
input.addEventListener("focus", () => load().catch(() => (engine = undefined)));
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => (search(), remember("replaceState")), 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  search();
  remember("pushState");
});
form.addEventListener("change", (event) => {
  if (event.target.type !== "checkbox") return;
  search();
  remember("pushState");
});
more.addEventListener("click", async () => {
  const shown = list.children.length;
  list.append(...(await Promise.all(results.slice(shown, shown + AT_ONCE).map(item))));
  more.hidden = list.children.length >= results.length;
  list.children[shown]?.querySelector("a").focus();
});
addEventListener("popstate", recall);
recall();
