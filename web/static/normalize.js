// Files handed in: what was chosen is told, and a batch under way tells how far it is.
import { dropping } from "./drop.js";

const form = document.querySelector(".hand-in");
const underWay = document.querySelector("[data-state]");
if (form) {
  dropping(form);
  const chosen = form.querySelector("[data-chosen]");
  form.elements.files.addEventListener("change", (event) => {
    const names = [...event.target.files].map((file) => file.name);
    chosen.replaceChildren(...names.slice(0, 30).map((name) => Object.assign(document.createElement("li"), { textContent: name })));
    if (names.length > 30) chosen.append(`+ ${names.length - 30}`);
  });
  form.addEventListener("submit", () => { form.querySelector("[data-busy-said]").hidden = false; });
  window.addEventListener("pageshow", () => { form.querySelector("[data-busy-said]").hidden = true; });
}
if (underWay) poll();

async function poll() {
  try {
    const answer = await fetch(underWay.dataset.state);
    const state = answer.ok ? await answer.json() : { busy: false };
    if (!state.busy) return void location.reload();
    const bar = underWay.querySelector("progress");
    if (state.total) Object.assign(bar, { max: state.total, value: state.done });
    underWay.querySelector("[data-count]").textContent = state.total ? `${state.done} / ${state.total}` : "";
  } catch { /* asked again in a moment */ }
  setTimeout(poll, 600);
}
