// The keys of looking up: to the box, to a form copied, to the page of the name.
import { listedKeys, singleKeys } from "./keys.js";

export function lookupKeys() {
  const box = document.querySelector(".box input[name=q]");
  const place = document.querySelector("[data-key-words]");
  if (!box || !place) return;
  const words = JSON.parse(place.dataset.keyWords);
  const hits = () => [...document.querySelectorAll("#results article.hit")];
  const here = () => hits().findIndex((hit) => hit.contains(document.activeElement));
  const walk = (step) => {
    const target = hits()[Math.max(0, here() + step)]?.querySelector("a.open, button");
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  };
  const copy = (what) => {
    const within = hits()[Math.max(0, here())] ?? document.querySelector("article.entry");
    within?.querySelector(`button[data-what="${what}"]`)?.click();
  };
  if (document.getElementById("results")) {
    listedKeys([{ key: "↓ ↑", words: words.arrows }, { key: "Enter", words: words.open }, { key: "Esc", words: words.clear }]);
    singleKeys([
      { code: "KeyJ", key: "J", words: words.next, act: () => walk(1) },
      { code: "KeyK", key: "K", words: words.previous, act: () => walk(-1) },
    ]);
  }
  singleKeys([
    { code: "KeyS", key: "S", words: words.focus, act: () => { box.focus(); box.select(); } },
    { code: "Digit1", key: "1", words: words.form, act: () => copy("form") },
    { code: "Digit2", key: "2", words: words.mention, act: () => copy("mention") },
    { code: "Digit3", key: "3", words: words.hanzi, act: () => copy("hanzi") },
  ]);
  const edit = document.querySelector("details.edit");
  if (edit) singleKeys([{ code: "KeyE", key: "E", words: words.edit, act: () => unfold(edit) }]);
}

function unfold(edit) {
  edit.open = !edit.open;
  edit.querySelector(edit.open ? "select" : "summary").focus();
}
