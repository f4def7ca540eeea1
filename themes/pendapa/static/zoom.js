// The viewer: a photo that is a link to its large file opens over the page. Click, wheel, pinch and keys enlarge it.

const links = [...document.querySelectorAll("a.zoom")];
const dialog = document.querySelector("template.viewer").content.cloneNode(true).firstElementChild;
const stage = dialog.querySelector(".stage");
const part = (name) => dialog.querySelector(`[data-do=${name}]`);
const forward = getComputedStyle(document.documentElement).direction === "rtl" ? -1 : 1;
const MOST = 8;

let photo;
let current = 0;
let view = { scale: 1, x: 0, y: 0 };
const fingers = new Map();
let moved = false;

document.body.append(dialog);
for (const [number, link] of links.entries()) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(number);
    dialog.showModal();
  });
}

function show(number) {
  current = (number + links.length) % links.length;
  const link = links[current];
  const small = link.querySelector("picture img");
  photo = new Image();
  photo.alt = small.alt;
  photo.lang = small.lang;
  photo.draggable = false;
  photo.width = small.width;
  photo.height = small.height;
  // What is on the page already stands there until the large file has come.
  photo.src = small.currentSrc || small.src;
  stage.replaceChildren(photo);
  const large = new Image();
  const mine = photo;
  dialog.classList.add("waiting");
  large.src = link.href;
  large.decode().then(
    () => mine === photo && ((mine.src = large.src), dialog.classList.remove("waiting")),
    () => mine === photo && dialog.classList.remove("waiting"),
  );
  const caption = link.closest("figure")?.querySelector("figcaption");
  dialog.querySelector(".said").textContent = caption?.innerText ?? "";
  const count = dialog.querySelector(".which");
  count.textContent = count.dataset.text.replace("#", current + 1).replace("#", links.length);
  part("next").hidden = part("previous").hidden = links.length < 2;
  look(1);
}

// Enlarge to `scale`, with the point (x, y) of the stage, counted from its middle, kept where it is.
function look(scale, x = 0, y = 0) {
  const next = Math.min(MOST, Math.max(1, scale));
  const by = next / view.scale;
  place(next, x - (x - view.x) * by, y - (y - view.y) * by);
}

function place(scale, x, y) {
  const room = (shown, whole) => Math.max(0, (shown * scale - whole) / 2);
  const across = room(photo.offsetWidth, stage.clientWidth);
  const down = room(photo.offsetHeight, stage.clientHeight);
  view = { scale, x: Math.min(across, Math.max(-across, x)), y: Math.min(down, Math.max(-down, y)) };
  photo.style.transform = `translate(${view.x}px, ${view.y}px) scale(${scale})`;
  dialog.classList.toggle("near", scale > 1);
  part("larger").disabled = scale >= MOST;
  part("smaller").disabled = scale <= 1;
}

function at(event) {
  const box = stage.getBoundingClientRect();
  return [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
}

const actions = {
  close: () => dialog.close(),
  next: () => show(current + 1),
  previous: () => show(current - 1),
  larger: () => look(view.scale * 1.6),
  smaller: () => look(view.scale / 1.6),
};
for (const [name, act] of Object.entries(actions)) part(name).addEventListener("click", act);

const keys = {
  "+": actions.larger,
  "=": actions.larger,
  "-": actions.smaller,
  0: () => look(1),
  ArrowRight: () => turn(1, 0),
  ArrowLeft: () => turn(-1, 0),
  ArrowDown: () => turn(0, 1),
  ArrowUp: () => turn(0, -1),
};

// Arrows move an enlarged photo, and lead from photo to photo where it is whole.
function turn(across, down) {
  if (view.scale > 1) place(view.scale, view.x - across * 80, view.y - down * 80);
  else if (across && links.length > 1) show(current + across * forward);
}

dialog.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
dialog.addEventListener("close", () => {
  stage.replaceChildren();
  links[current].focus();
});
stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  look(view.scale * Math.exp(-event.deltaY / (event.deltaMode ? 15 : 400)), ...at(event));
}, { passive: false });

const spread = ([one, two]) => Math.hypot(one[0] - two[0], one[1] - two[1]);
const middle = ([one, two]) => [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2];

stage.addEventListener("pointerdown", (event) => {
  if (!fingers.size) moved = false;
  fingers.set(event.pointerId, at(event));
  stage.setPointerCapture(event.pointerId);
});
stage.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = at(event);
  const [x, y] = [now[0] - before[0], now[1] - before[1]];
  if (fingers.size === 2) {
    const old = [...fingers.values()];
    fingers.set(event.pointerId, now);
    const pair = [...fingers.values()];
    look(view.scale * (spread(pair) / spread(old)), ...middle(pair));
    moved = true;
  } else if (view.scale > 1) {
    fingers.set(event.pointerId, now);
    place(view.scale, view.x + x, view.y + y);
    moved ||= Math.hypot(x, y) > 2;
  }
});
function lift(event) {
  const before = fingers.get(event.pointerId);
  fingers.delete(event.pointerId);
  if (!before || moved || fingers.size || event.type === "pointercancel") return;
  const [x, y] = at(event);
  const across = x - before[0];
  if (view.scale === 1 && Math.abs(across) > 40 && Math.abs(across) > Math.abs(y - before[1])) turn(-Math.sign(across), 0);
  else if (view.scale === 1) look(2.5, x, y);
  else look(1);
}
stage.addEventListener("pointerup", lift);
stage.addEventListener("pointercancel", lift);
addEventListener("resize", () => dialog.open && place(view.scale, view.x, view.y));
