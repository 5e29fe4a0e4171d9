// What is typed into a form marked data-draft="name" outlives a reload, an error and a wrong click, in this tab alone.

export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const fields = [...form.querySelectorAll("textarea[name]")];
    for (const field of fields) {
      const key = `draft:${form.dataset.draft}:${field.name}`;
      try {
        if (!field.value) field.value = sessionStorage.getItem(key) ?? "";
      } catch { return; }
      field.addEventListener("input", () => keep(key, field.value));
      if (field.value) keep(key, field.value);
    }
  }
}

function keep(key, value) {
  try {
    value ? sessionStorage.setItem(key, value) : sessionStorage.removeItem(key);
  } catch { /* full, or switched off: the text still stands in the form */ }
}
