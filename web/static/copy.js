// Copy buttons: shown only where they can work, and what they did is said.

export function copyButtons() {
  reveal(document);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copy]");
    if (button) copy(button.dataset.copy, button.dataset.copied);
  });
}

export function reveal(within) {
  if (!navigator.clipboard) return;
  for (const button of within.querySelectorAll("button[data-copy]")) button.hidden = false;
}

export async function copy(text, done = "") {
  const { copied, copyFailed } = document.body.dataset;
  try {
    await navigator.clipboard.writeText(text);
    say(done || copied.replace("{text}", () => text));
  } catch {
    say(copyFailed);
  }
}

let timer = 0;

export function say(text, seconds = 3) {
  const place = document.getElementById("said");
  place.textContent = "";
  clearTimeout(timer);
  requestAnimationFrame(() => { place.textContent = text; });
  timer = setTimeout(() => { place.textContent = ""; }, seconds * 1000);
}
