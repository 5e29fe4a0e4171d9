// What is typed is kept on this machine until it has arrived, so that neither a reload nor a failure loses it.

export function keep(name, field, { said, clear } = {}) {
  const key = `draft-${name}`;
  const stored = read(key);
  if (stored && !field.value) {
    field.value = stored;
    if (said) said.hidden = false;
  }
  field.addEventListener("input", () => write(key, field.value));
  clear?.addEventListener("click", () => {
    field.value = "";
    write(key, "");
    said.hidden = true;
    field.focus();
  });
  return { forget: () => write(key, "") };
}

export function read(key) {
  try { return localStorage.getItem(key) ?? ""; } catch { return ""; }
}

export function write(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch { /* full, or not allowed: then nothing is kept */ }
}
