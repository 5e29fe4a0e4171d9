// The settings sheet closes by Escape and by a click beside it; without scripts by its own button.

export function settingsSheet() {
  const sheet = document.querySelector("[data-settings]");
  if (!sheet) return;
  document.addEventListener("click", (event) => { if (!sheet.contains(event.target)) sheet.open = false; });
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !sheet.open) return;
    event.stopPropagation();
    sheet.open = false;
    sheet.querySelector("summary").focus();
  });
}
