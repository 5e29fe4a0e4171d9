// Single keys, bound to where they lie on the keyboard (event.code), so that they work in Hangul mode and under any
// layout. They rest while somebody types, and can be switched off for good (WCAG 2.1.4); "?" opens their list.
//
//   singleKeys([{ code: "KeyS", key: "S", words: "…", act: (event) => {} }])    { …, shift: true } with Shift
//   listedKeys([{ key: "↓", words: "…" }])    keys that a page handles by itself, for the list alone

const STORE = "single-keys";
const bound = [];
let started = false;

export function singleKeys(keys) {
  bound.push(...keys);
  start();
}

export function listedKeys(keys) {
  bound.push(...keys);
  start();
}

export function enabled() {
  try { return localStorage.getItem(STORE) !== "off"; } catch { return true; }
}

function start() {
  if (started) return;
  started = true;
  document.addEventListener("keydown", press);
  const opener = document.querySelector("[data-keys]");
  if (opener) { opener.hidden = false; opener.addEventListener("click", list); }
  for (const label of document.querySelectorAll("[data-single-keys]")) {
    const box = label.querySelector("input");
    label.hidden = false;
    box.checked = enabled();
    box.addEventListener("change", () => choose(box.checked));
  }
}

function choose(on) {
  try { localStorage.setItem(STORE, on ? "on" : "off"); } catch { /* it holds for this page then */ }
  for (const box of document.querySelectorAll("[data-single-keys] input")) box.checked = on;
}

export function typing(target) {
  const field = target.closest?.("input, textarea, select, [contenteditable]");
  return Boolean(field) && !["checkbox", "radio", "button", "submit"].includes(field.type);
}

function press(event) {
  if (event.isComposing || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  if (typing(event.target) || document.querySelector("dialog[open]") || !enabled()) return;
  if (event.code === "Slash" && event.shiftKey) return void (event.preventDefault(), list());
  const found = bound.find((key) => key.act && key.code === event.code && Boolean(key.shift) === event.shiftKey);
  if (!found) return;
  event.preventDefault();
  found.act(event);
}

function list() {
  const sheet = document.getElementById("keys");
  sheet.querySelector("dl").replaceChildren(...bound.map(line));
  sheet.showModal();
}

function line({ key, words }) {
  const row = document.createElement("div");
  const name = row.appendChild(document.createElement("dt"));
  for (const one of key.split(" ")) name.appendChild(document.createElement("kbd")).textContent = one;
  row.appendChild(document.createElement("dd")).textContent = words;
  return row;
}
