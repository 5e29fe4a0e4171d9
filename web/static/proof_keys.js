// Single keys by their place on the keyboard, so that they work in Hangul mode too; the settings switch them off.
import { item, walk } from "./proof_places.js";
import { read } from "./drafts.js";
import { toggle } from "./proof_typing.js";

export function keys(root) {
  const help = document.getElementById("keys");
  const press = (selector) => (item()?.querySelector(selector) ?? null)?.click();
  const choice = (nth) => item()?.querySelectorAll('button[value^="accept:"]')[nth - 1]?.click();
  const actions = {
    KeyJ: () => walk(1),
    KeyK: () => walk(-1),
    KeyA: () => choice(1),
    KeyS: () => press('button[value^="all:"]'),
    KeyX: () => press("[data-answer]"),
    KeyZ: () => root.querySelector('button[value="undo"]')?.click(),
    KeyE: () => toggle(),
    "Shift+Slash": () => help.showModal(),
  };
  for (let nth = 1; nth <= 9; nth++) actions[`Digit${nth}`] = () => choice(nth);
  document.addEventListener("keydown", (event) => {
    const act = actions[(event.shiftKey ? "Shift+" : "") + event.code];
    if (!act || !free(event)) return;
    event.preventDefault();
    act();
  });
  root.addEventListener("click", (event) => { if (event.target.closest("[data-keys]")) help.showModal(); });
}

// Not while something is written, nor in a dialog, nor for a reader who has switched single keys off.
function free(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) return false;
  if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select")) return false;
  return read("single-keys") !== "off";
}
