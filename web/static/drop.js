// Files dropped on a field's frame go into the field; a file dropped beside it opens nothing.

export function dropping(form) {
  const place = form.querySelector("[data-drop]");
  if (!place) return;
  const field = place.querySelector("input[type=file]");
  for (const kind of ["dragenter", "dragover"]) form.addEventListener(kind, (event) => over(event, place));
  for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => place.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    const given = new DataTransfer();
    for (const file of event.dataTransfer.files) {
      given.items.add(file);
      if (!field.multiple) break;
    }
    field.files = given.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

function over(event, place) {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  place.classList.add("over");
}
