// The text survives a reload; Ctrl+Enter reads it.
import { keepDrafts } from "./draft.js";

keepDrafts();
document.querySelector(".scan textarea")?.addEventListener("keydown", (event) => {
  if (event.code === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) event.target.form.requestSubmit();
});
