// The places found: one of them is here, in the list and in the text alike.

let current = null; // its number

const list = () => document.getElementById("list");
const items = () => [...(list()?.children ?? [])];

export function here() {
  return current;
}

export function item() {
  return current === null ? null : document.getElementById(`f${current}`);
}

// Go to a place by its number, or to the next one where it is gone.
export function select(number, { focus = true } = {}) {
  const all = items();
  const wanted = all.find((one) => Number(one.dataset.number) >= number) ?? all.at(-1);
  for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
  for (const one of all) one.querySelector(".go").removeAttribute("aria-current");
  current = wanted ? Number(wanted.dataset.number) : null;
  if (!wanted) return;
  wanted.classList.add("here");
  wanted.querySelector(".go").setAttribute("aria-current", "true");
  shine(wanted);
  into(list(), wanted);
  if (focus) wanted.querySelector(".go").focus({ preventScroll: true });
}

export function walk(by) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(item());
  select(Number(all[at < 0 ? 0 : (at + by + all.length) % all.length].dataset.number));
}

// A click on a mark or on an item of the list.
export function mark(event, link) {
  event.preventDefault();
  const covered = link.closest("mark")?.dataset.f.split(" ").map(Number);
  if (!covered) return void select(Number(link.closest("li").dataset.number));
  const again = covered.indexOf(current);
  select(covered[(again + 1) % covered.length]);
}

function shine(wanted) {
  const marks = [...document.querySelectorAll("mark[data-f]")].filter((one) => one.dataset.f.split(" ").includes(wanted.dataset.number));
  for (const one of marks) one.classList.add("here");
  const place = document.getElementById(`m${wanted.dataset.number}`);
  const source = marks.find((one) => one.closest("#source"));
  if (place) into(document.getElementById("paper"), marks.find((one) => one.closest("#paper")) ?? place);
  if (source) into(document.getElementById("source"), source);
}

// Bring a node into the middle of what scrolls, without moving the page more than it must.
function into(box, node) {
  if (box.scrollHeight > box.clientHeight + 1) {
    const away = node.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (away < 40 || away > box.clientHeight - 120) box.scrollTop += away - box.clientHeight / 3;
  }
  if (box.id === "list") node.scrollIntoView({ block: "nearest" });
}
