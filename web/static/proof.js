// A proof with JavaScript: every step without leaving the page, places walked by keys, the text typed into.
import { answering } from "./proof_answer.js";
import { here, mark, select, walk } from "./proof_places.js";
import { keys } from "./proof_keys.js";
import { arrived, typing } from "./proof_typing.js";
import { read, write } from "./drafts.js";
import { say } from "./copy.js";
import { send } from "./net.js";

const PART = "text/x-part";
const root = document.getElementById("proof");
const spoken = document.getElementById("spoken");
let asking = null; // the request under way

export async function post(form, submitter) {
  const fields = new URLSearchParams(new FormData(form, submitter));
  await ask((signal) => send(form.action, fields, { signal, accept: PART }));
}

// One question at a time: a newer one takes the place of the one under way.
export async function ask(question, { quiet = false } = {}) {
  asking?.abort();
  const own = asking = new AbortController();
  const wait = setTimeout(() => root.setAttribute("aria-busy", "true"), 300);
  try {
    const answer = await question(own.signal);
    const html = await answer.text();
    if (asking === own) show(html, quiet);
  } catch (failure) {
    if (own.signal.aborted) return;
    await failed(failure);
  } finally {
    clearTimeout(wait);
    if (asking === own) { asking = null; root.removeAttribute("aria-busy"); }
  }
}

async function failed(failure) {
  if (failure.status === 401) return void location.reload(); // signed out meanwhile: what was typed is kept
  const page = failure.answer ? new DOMParser().parseFromString(await failure.answer.text(), "text/html") : null;
  const told = page ? [...page.querySelectorAll(".fault h1, .fault h1 + p")].map((one) => one.textContent).join(" ") : "";
  say(told || root.dataset.failed, 8);
  if (failure.status === 409) refresh();
}

export function refresh() {
  return ask((signal) => fetch(location.href, { headers: { Accept: PART }, signal }));
}

// The server renders and escapes; here its nodes are only put in place, and what was open and seen stays so.
function show(html, quiet) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const place = here();
  const places = ["paper", "list"].map((id) => [id, document.getElementById(id)?.scrollTop ?? 0]);
  const open = [...root.querySelectorAll("details[open]")].map((one) => one.id).filter(Boolean);
  const focused = document.activeElement === document.body || document.getElementById("found")?.contains(document.activeElement);
  if (fresh.querySelector("#now") && document.getElementById("now")) graft(fresh);
  else root.replaceChildren(...fresh.childNodes);
  for (const one of root.querySelectorAll("details[id]:not(.typing)")) one.open ||= open.includes(one.id);
  dress();
  for (const [id, top] of places) if (document.getElementById(id)) document.getElementById(id).scrollTop = top;
  if (place !== null && !quiet) select(place, { focus: focused });
  spoken.textContent = root.querySelector("[data-said]")?.dataset.said ?? "";
}

// Part for part, so that a field that is being typed into, perhaps in the middle of a syllable, stays as it is.
function graft(fresh) {
  for (const id of ["fault", "do", "head", "found", "after"]) document.getElementById(id).replaceWith(fresh.querySelector(`#${id}`));
  const now = document.getElementById("now");
  const then = fresh.querySelector("#now");
  Object.assign(now.dataset, { version: then.dataset.version, said: then.dataset.said });
  now.toggleAttribute("data-busy", then.hasAttribute("data-busy"));
  const paper = document.getElementById("paper");
  for (const one of [...paper.children]) if (one.id !== "typing") one.remove();
  paper.classList.toggle("paged", fresh.querySelector("#paper").classList.contains("paged"));
  paper.prepend(...fresh.querySelector("#paper").childNodes);
  arrived(fresh.querySelector("#typed")?.value);
}

function dress() {
  root.classList.add("scripted");
  for (const one of root.querySelectorAll("[data-walk], [data-help], [data-type], [data-copy-text]")) one.hidden = false;
  const author = root.querySelector("[data-author]");
  if (author && !author.value) author.value = read("author");
  poll();
}

function poll() {
  const now = document.getElementById("now");
  const under = document.getElementById("under-way");
  if (!under && !now?.hasAttribute("data-busy")) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(root.dataset.state);
      if (!answer.ok) return void location.reload();
      const state = await answer.json();
      if (!state.busy) return void refresh();
      if (under) tell(under, state);
    } catch { /* asked again in a moment */ }
    poll();
  }, 500);
}

function tell(under, state) {
  const words = under.querySelector("[data-step]");
  words.textContent = words.dataset[state.step] ?? words.textContent;
  under.querySelector("progress").value = state.done;
}

root.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-swap], [data-typing]")) return;
  event.preventDefault();
  post(event.target, event.submitter);
});
root.addEventListener("click", (event) => {
  const link = event.target.closest("a, button");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches("[data-walk]")) walk(Number(link.dataset.walk));
  else if (link.matches("[data-level]")) level(event, link);
  else if (link.matches(".go, mark a")) mark(event, link);
  else if (link.matches("[data-copy-text]")) copy();
  else if (link.matches("[data-help]")) document.querySelector("footer [data-keys]").click();
});
root.addEventListener("change", (event) => {
  if (event.target.matches("[data-author]")) write("author", event.target.value);
});

function level(event, link) {
  event.preventDefault();
  history.replaceState(null, "", link.href);
  refresh();
}

// A text that begins with blank lines is shown from its first word on.
function begin() {
  const paper = document.getElementById("paper");
  const words = paper && document.createTreeWalker(paper.querySelector(".run") ?? paper, NodeFilter.SHOW_TEXT);
  while (words?.nextNode()) {
    const at = words.currentNode.data.search(/\S/);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(words.currentNode, at);
    range.setEnd(words.currentNode, at + 1);
    paper.scrollTop += range.getBoundingClientRect().top - paper.getBoundingClientRect().top - 16;
    return;
  }
}

async function copy() {
  const { copied, copyFailed } = document.body.dataset;
  const text = document.getElementById("typed").value;
  try {
    await navigator.clipboard.writeText(text);
    say(copied.replace("{text}", () => `${text.trim().slice(0, 20)}…`));
  } catch { say(copyFailed); }
}

if (root.dataset.pasted && document.getElementById("now")) write("draft-check", "");
answering(root, { post });
keys(root);
typing(root, (fields, action) => ask((signal) => send(action, fields, { signal, accept: PART }), { quiet: true }));
dress();
begin();
if (location.hash.startsWith("#f")) select(Number(location.hash.slice(2)), { focus: false });
