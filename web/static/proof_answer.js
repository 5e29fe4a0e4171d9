// The dialog for words of one's own and for leaving a place as it is.

export function answering(root, { post }) {
  const dialog = document.getElementById("answer");
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-answer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(dialog, link.href);
  });
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    post(event.target, event.submitter);
  });
  dialog.addEventListener("change", () => needing(dialog));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
}

async function open(dialog, address) {
  const answer = await fetch(address, { headers: { Accept: "text/x-part" } });
  if (!answer.ok) return void location.reload();
  dialog.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
  for (const one of dialog.querySelectorAll("[data-close]")) one.hidden = false;
  needing(dialog);
  dialog.showModal();
  const words = dialog.querySelector("[name=words]");
  if (words) words.select();
}

// A reason is asked for wherever others will see the answer.
function needing(dialog) {
  const reason = dialog.querySelector("[data-reason]");
  if (reason) reason.required = dialog.querySelector("[name=scope]:checked")?.value !== "now";
}
