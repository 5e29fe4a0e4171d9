// Handing in a text or a file.
import { dropping } from "./drop.js";
import { keep } from "./drafts.js";

const form = document.querySelector("[data-draft]");
const said = form.querySelector("[data-draft-said]");
keep(form.dataset.draft, form.elements.text, { said, clear: form.querySelector("[data-draft-clear]") });
dropping(form);
form.addEventListener("submit", () => { form.querySelector("[data-busy-said]").hidden = false; });
window.addEventListener("pageshow", () => { form.querySelector("[data-busy-said]").hidden = true; });
