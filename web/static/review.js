// Review by one key each: an answer goes out at once, the next question comes up without a reload.
import { say } from "./copy.js";
import { singleKeys } from "./keys.js";
import { send } from "./net.js";

const queue = document.querySelector("[data-queue]");
const given = [];  // what was answered here, the last one last
let here = null;
let fetching = null;

const cards = () => [...queue.querySelectorAll(".question")];
const open = () => cards().filter((card) => !card.classList.contains("settled"));

function step(card, { scroll = true } = {}) {
  here?.classList.remove("here");
  here = card ?? null;
  if (!here) return;
  here.classList.add("here");
  if (scroll) {
    here.focus({ preventScroll: true });
    here.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}

function move(by) {
  const waiting = open();
  const at = waiting.indexOf(here);
  step(waiting[Math.min(Math.max(at + by, 0), waiting.length - 1)]);
  if (at + by >= waiting.length - 2) more();
}

function count(change) {
  const line = document.querySelector(".count");
  line.dataset.left = Math.max(0, Number(line.dataset.left) + change);
  line.textContent = line.dataset.words.replace("{count}", line.dataset.left);
}

async function answer(card, button) {
  if (!card || card.classList.contains("settled") || card.dataset.busy) return;
  const form = button.form;
  const body = new URLSearchParams(new FormData(form));
  body.set(button.name, button.value);
  card.dataset.busy = "1";
  const waiting = open();
  const next = waiting[waiting.indexOf(card) + 1] ?? waiting.find((one) => one !== card);
  try {
    const done = await (await send(form.action, body)).json();
    settle(card, done.said, done.event);
    given.push(card);
    count(-1);
    say(done.said);
  } catch (failure) {
    const told = await failure.answer?.json().catch(() => null);
    if (!told?.error) { delete card.dataset.busy; say(queue.dataset.failed, 6); return; }
    if (failure.status === 409 || failure.status === 404) settle(card, `${told.error.message} ${told.error.hint}`, 0);
    say(told.error.message, 8);
  }
  delete card.dataset.busy;
  step(next);
  if (open().length < 5) await more();
  if (!here) step(open()[0]);
  if (!open().length) say(queue.dataset.empty, 6);
}

function settle(card, text, event) {
  card.classList.add("settled");
  card.classList.remove("here");
  const outcome = document.createElement("p");
  outcome.className = event ? "outcome" : "outcome wrong";
  const words = document.createElement("span");
  words.textContent = text;
  outcome.append(words);
  if (event) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.textContent = queue.dataset.undoWords;
    button.addEventListener("click", () => undo(card));
    card.dataset.event = event;
    outcome.append(button);
  }
  card.append(outcome);
}

async function undo(card) {
  if (!card) { say(queue.dataset.nothing); return; }
  const body = new URLSearchParams({ event: card.dataset.event });
  try {
    const done = await (await send(queue.dataset.undo, body)).json();
    card.querySelector(".outcome").remove();
    card.classList.remove("settled");
    given.splice(given.indexOf(card), 1);
    for (const version of card.querySelectorAll("[name=version]")) version.value = done.version;
    count(1);
    step(card);
    say(done.said);
  } catch (failure) {
    const told = await failure.answer?.json().catch(() => null);
    say(told?.error ? `${told.error.message} ${told.error.hint}` : queue.dataset.failed, 8);
  }
}

async function more() {
  if (!queue.dataset.more || fetching) return fetching;
  fetching = (async () => {
    const address = new URL(queue.dataset.more, location.href);
    address.searchParams.set("skip", open().length);
    const found = await fetch(address, { credentials: "same-origin" }).then((one) => (one.ok ? one.text() : ""), () => "");
    const page = new DOMParser().parseFromString(found, "text/html");
    const known = new Set(open().map((card) => card.dataset.number));
    const fresh = [...page.querySelectorAll(".question")].filter((card) => !known.has(card.dataset.number));
    if (!fresh.length) delete queue.dataset.more;
    for (const card of fresh) {
      queue.querySelector(`.settled[data-number="${CSS.escape(card.dataset.number)}"]`)?.remove();
      queue.append(prepared(document.importNode(card, true)));
    }
    document.querySelector(".pager")?.remove();
  })().finally(() => { fetching = null; });
  return fetching;
}

function prepared(card) {
  for (const key of card.querySelectorAll("[data-key]")) {
    const hint = document.createElement("kbd");
    hint.textContent = key.dataset.key;
    hint.setAttribute("aria-hidden", "true");
    key.append(" ", hint);
  }
  return card;
}

function press(key) {
  const target = (here ?? open()[0])?.querySelector(`[data-key="${key}"]`);
  if (!target) return;
  if (target.localName === "summary") {
    target.parentElement.open = true;
    target.parentElement.querySelector("[name=ko]").select();
  } else {
    answer(target.closest(".question"), target);
  }
}

if (queue) {
  cards().forEach(prepared);
  queue.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter ?? event.target.querySelector("button");
    answer(event.target.closest(".question"), button);
  });
  queue.addEventListener("focusin", (event) => {
    const card = event.target.closest(".question:not(.settled)");
    if (card && card !== here) step(card, { scroll: false });
  });
  step(open()[0], { scroll: false });
  const moves = { KeyZ: () => undo(given.at(-1)), KeyJ: () => move(1), KeyK: () => move(-1) };
  const listed = (words, act) => Object.entries(JSON.parse(words)).map(([code, [key, said]]) => ({ code, key, words: said, act: act(code, key) }));
  singleKeys([...listed(queue.dataset.acts, (code, key) => () => press(key)), ...listed(queue.dataset.move, (code) => moves[code])]);
}
