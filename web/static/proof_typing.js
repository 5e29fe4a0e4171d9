// The text typed into: a field over the marked text, checked again in every pause; marks of an older text do not show.

import { read, write } from "./drafts.js";

const PAUSE = 450; // milliseconds without a key before the check
let timer = 0;
let sent = null; // what the check under way was asked about
let active = false;

const paper = () => document.getElementById("paper");
const field = () => document.getElementById("typed");
const over = () => document.getElementById("typing");
const draft = () => document.getElementById("proof").dataset.draft;
const switcher = () => document.querySelector("[data-type]");

export function typing(root, recheck) {
  root.addEventListener("click", (event) => { if (event.target.closest("[data-type]")) toggle(); });
  root.addEventListener("input", (event) => {
    if (event.target !== field() || !active) return;
    write(draft(), field().value);
    stale(true);
    fit();
    clearTimeout(timer);
    timer = setTimeout(go, PAUSE);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && active && event.target === field() && !event.isComposing) toggle();
  });
  window.addEventListener("beforeunload", (event) => { if (timer) { go(); event.preventDefault(); } });

  function go() {
    clearTimeout(timer);
    timer = 0;
    sent = field().value;
    recheck(new URLSearchParams({ text: sent }), over().querySelector("form").action);
  }
  toggle.flush = () => { if (timer) go(); };
  const kept = field() && read(draft());
  if (kept && kept !== field().value) {
    toggle();
    field().value = kept;
    stale(true);
    go();
  }
}

// The field shows the text that the server has, unless more has been typed since.
export function arrived(text) {
  if (text === undefined || !field()) return;
  const newer = timer || (sent !== null && field().value !== sent);
  sent = null;
  if (newer) return;
  write(draft(), "");
  if (field().value !== text) {
    const { selectionStart, selectionEnd } = field();
    field().value = text;
    field().setSelectionRange(selectionStart, selectionEnd);
  }
  stale(false);
  if (active) fit();
}

export function toggle() {
  if (!switcher() || !field()) return;
  if (active) toggle.flush();
  active = !active;
  switcher().setAttribute("aria-pressed", String(active));
  over().classList.toggle("over", active);
  over().open = active;
  paper().classList.toggle("typed-into", active);
  if (active) {
    const top = paper().scrollTop;
    paper().append(over());
    paper().removeAttribute("tabindex");
    fit();
    field().focus({ preventScroll: true });
    field().setSelectionRange(caret(), caret());
    paper().scrollTop = top;
  } else {
    paper().after(over());
    paper().setAttribute("tabindex", "0");
    switcher().focus();
  }
}

// Where the place that is looked at begins, so that typing goes on there.
function caret() {
  return Number(document.querySelector("#list .here")?.dataset.start ?? 0);
}

function stale(waiting) {
  paper().classList.toggle("waiting", waiting);
  const found = document.getElementById("found");
  found.inert = waiting;
  found.classList.toggle("stale", waiting);
}

function fit() {
  const run = paper().querySelector(".run");
  field().style.setProperty("height", "0");
  const tall = Math.max(field().scrollHeight, run.scrollHeight + 32, paper().clientHeight);
  field().style.setProperty("height", `${tall}px`);
}
