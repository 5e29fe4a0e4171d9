// The display switch without a round trip: the same cookie that the server sets.

export function themeSwitch() {
  const group = document.querySelector('[data-switch="theme"]');
  group?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.dataset.value);
    for (const other of group.children) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name="color-scheme"]').content = theme === "auto" ? "light dark" : theme;
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}
