// Asking the server from a script, with the token that its forms carry.

export function token() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? "";
}

// A POST of form fields or of JSON; throws an Error with .status and .answer for anything but success.
export async function send(address, body, { method = "POST", signal, accept = "application/json" } = {}) {
  const headers = { "X-CSRFToken": token(), "Accept": accept };
  if (!(body instanceof FormData || body instanceof URLSearchParams)) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(body);
  }
  const answer = await fetch(address, { method, body, headers, signal, credentials: "same-origin" });
  if (answer.ok) return answer;
  const failure = new Error(String(answer.status));
  failure.status = answer.status;
  failure.answer = answer;
  throw failure;
}
