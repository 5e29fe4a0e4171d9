// Single keys of a proof; by their place on the keyboard, and to be switched off: keys.js sees to that.
import { singleKeys } from "./keys.js";
import { item, walk } from "./proof_places.js";
import { toggle } from "./proof_typing.js";

export function keys(root) {
  const words = JSON.parse(root.dataset.words);
  const press = (selector) => item()?.querySelector(selector)?.click();
  const choice = (nth) => item()?.querySelectorAll('button[value^="accept:"]')[nth - 1]?.click();
  singleKeys([
    { code: "KeyJ", key: "J", words: words.next, act: () => walk(1) },
    { code: "KeyK", key: "K", words: words.previous, act: () => walk(-1) },
    { code: "KeyA", key: "A", words: words.accept, act: () => choice(1) },
    ...[2, 3].map((nth) => ({ code: `Digit${nth}`, key: String(nth), words: words.nth.replace("{nth}", nth), act: () => choice(nth) })),
    { code: "KeyS", key: "S", words: words.all, act: () => press('button[value^="all:"]') },
    { code: "KeyX", key: "X", words: words.leave, act: () => press("[data-answer]") },
    { code: "KeyZ", key: "Z", words: words.undo, act: () => root.querySelector('button[value="undo"]')?.click() },
    { code: "KeyE", key: "E", words: words.type, act: () => toggle() },
  ]);
}
