// Single keys of a page, by their place on the keyboard, so that they work in Hangul mode as well.

const typing = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, dialog[open], [contenteditable]");

export const switchedOff = () => {
  try { return localStorage.getItem("single-keys") === "off"; } catch { return false; }
};

export function singleKeys(acts, help) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || switchedOff() || typing(event.target)) return;
    const act = event.code === "Slash" && event.shiftKey ? help : event.shiftKey ? undefined : acts[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
