// The search page: Pagefind is loaded when the visitor turns to the box. What is looked for stands in the address.

const form = document.querySelector("div.search");
const input = form.querySelector("input");
const status = form.querySelector(".found");
const list = form.querySelector(".results");
const more = form.querySelector(".more");
const facets = [...form.querySelectorAll("[data-facet]")];
const root = new URL(form.dataset.root, location.href);
const AT_ONCE = 10;

// Its name bears a digest, so the page says it.
const { spelt, joined, totals } = await import(new URL(form.dataset.answers, location.href).href);

let engine;
let asked = 0;
let results = [];

const load = () => (engine ??= start());

async function start() {
  const pagefind = await import(new URL(form.dataset.engine, location.href).href);
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
  await pagefind.init();
  await pagefind.filters();
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
    const spellings = words ? spelt(words, document.documentElement.lang) : [null];
    const answers = await Promise.all(
      spellings.map((each) => pagefind?.search(each, { filters: Object.fromEntries(wanted) })),
    );
    if (turn !== asked) return;
    results = joined(answers);
    facets.forEach((facet) => offer(facet, totals(answers, facet.dataset.facet), filters));
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
  const names = Object.keys(counts).filter((name) => counts[name].length || ticked.includes(name));
  const focused = facet.contains(document.activeElement) ? document.activeElement.value : null;
  facet.hidden = names.length < 2 && !ticked.length;
  facet.querySelector(".choices").replaceChildren(
    ...names.map((name) => {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: name });
      const count = Object.assign(document.createElement("span"), { className: "count" });
      count.textContent = counts[name].length > 1 ? "" : (counts[name][0] ?? 0);
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
  const title = document.createElement("h2");
  title.dir = "auto";
  title.append(Object.assign(document.createElement("a"), { href: url, textContent: meta.title }));
  made.querySelector(".where").before(title);
  const photo = made.querySelector(".entry-photo");
  if (meta.thumbnail) {
    photo.append(Object.assign(new Image(144, 180), { src: new URL(meta.thumbnail, root).href, alt: "", loading: "lazy" }));
  } else {
    photo.remove();
    made.classList.add("bare");
  }
  made.querySelector(".where").textContent = [meta.kind, meta.region].filter(Boolean).join(" · ");
  made.querySelector(".excerpt").append(...marked(excerpt));
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
function now() {
  clearTimeout(pause);
  search();
  remember("pushState");
}
form.querySelector("button").addEventListener("click", now);
input.addEventListener("keydown", (event) => event.key === "Enter" && now());
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
// On a slow line somebody may have typed before this script came: their words go before the address's.
if (input.value) now();
else recall();
