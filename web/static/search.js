// Results while typing, also while a Hangul syllable is still being composed, and a walk through them by arrow keys.
import { reveal } from "./copy.js";

const PAUSE = 80; // milliseconds without a key before the question is put

let page, box, place, said;
let shown; // the query whose results are on the page
let running = null; // the request under way
let timer = 0;
let enterPending = false; // Enter came before its results did

export function liveSearch() {
  page = document.querySelector("[data-live]");
  if (!page) return;
  box = page.querySelector("input[name=q]");
  place = document.getElementById("results");
  said = document.createElement("p");
  said.className = "aside";
  said.setAttribute("role", "status");
  page.append(said);
  shown = box.defaultValue.trim();
  if (document.activeElement === box) toEnd();
  else box.addEventListener("focus", toEnd, { once: true });
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  box.form.addEventListener("submit", submit);
  page.addEventListener("keydown", walk);
  window.addEventListener("pageshow", () => { if (box.value.trim() !== shown) ask(); });
  if (box.value.trim() !== shown) ask();
}

function toEnd() {
  box.setSelectionRange(box.value.length, box.value.length);
}

async function ask() {
  const query = box.value.trim();
  if (query === shown && !running) return;
  running?.abort();
  const own = running = new AbortController();
  const waiting = setTimeout(() => place.classList.add("stale"), 250);
  try {
    const answer = await fetch(`${page.dataset.live}?q=${encodeURIComponent(query)}`, { signal: own.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    show(query, await answer.text());
  } catch {
    if (running === own) said.textContent = page.dataset.failed;
  } finally {
    clearTimeout(waiting);
    if (running === own) { running = null; place.classList.remove("stale"); }
  }
}

// The server renders and escapes; here its nodes are only put in place.
function show(query, html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  place.replaceChildren(...parsed.body.childNodes);
  reveal(place);
  shown = query;
  page.classList.toggle("asked", query !== "");
  page.classList.toggle("fresh", query === "");
  said.textContent = place.querySelector("[data-said]")?.textContent ?? "";
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  if (enterPending) { enterPending = false; links()[0]?.focus(); }
}

// Enter goes to the first hit, so that a second Enter opens it; with nothing to go to, the page is asked for as usual.
function submit(event) {
  event.preventDefault();
  clearTimeout(timer);
  if (box.value.trim() === shown && !running) return void (links()[0] ? links()[0].focus() : box.select());
  enterPending = true;
  ask();
}

function links() {
  return [...place.querySelectorAll("a.open")];
}

function walk(event) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const all = links();
  const here = all.findIndex((link) => link.closest("article").contains(document.activeElement));
  if (event.key === "Escape") return void (document.activeElement === box ? clear(event) : go(event, box));
  if (here < 0 && document.activeElement !== box) return;
  if (event.key === "ArrowDown") go(event, all[here + 1]);
  if (event.key === "ArrowUp") go(event, here > 0 ? all[here - 1] : here === 0 ? box : null);
  if (event.key === "Home" && here >= 0) go(event, all[0]);
  if (event.key === "End" && here >= 0) go(event, all.at(-1));
}

function clear(event) {
  if (!box.value) return;
  event.preventDefault();
  box.value = "";
  clearTimeout(timer);
  ask();
}

function go(event, target) {
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target === box) box.select();
  else target.scrollIntoView({ block: "nearest" });
}
