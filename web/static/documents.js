// What takes long says so: a bar and a sentence from the press of the button until the next page is there.
for (const form of document.querySelectorAll("form[data-slow]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    const wait = form.querySelector("[data-wait]");
    wait.hidden = false;
    wait.querySelector("[role=status]").textContent = wait.dataset.words;
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
}
addEventListener("pageshow", (event) => {  // back from the next page: the form can be sent again
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[data-wait]").hidden = true;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});
