// The latest look-ups that led somewhere: kept in this browser alone, shown below the empty box, cleared by a button.

const STORE = "recent";
const MOST = 12;

export function recentLookups() {
  const place = document.getElementById("recent");
  if (!place) return;
  show(place);
  document.getElementById("results").addEventListener("click", (event) => {
    if (event.target.closest(".hit a.open, .hit button[data-copy]")) remember(place);
  });
  place.querySelector("button").addEventListener("click", () => {
    write([]);
    show(place);
    document.querySelector(".box input").focus();
  });
}

function remember(place) {
  const query = document.querySelector(".box input").value.trim();
  if (!query) return;
  write([query, ...read().filter((other) => other !== query)].slice(0, MOST));
  show(place);
}

function read() {
  try {
    const found = JSON.parse(localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  } catch { return []; }
}

function write(queries) {
  try { localStorage.setItem(STORE, JSON.stringify(queries)); } catch { /* then nothing is remembered */ }
}

function show(place) {
  const queries = read();
  place.hidden = queries.length === 0;
  place.querySelector("ul").replaceChildren(...queries.map((query) => {
    const link = document.createElement("a");
    link.href = `?q=${encodeURIComponent(query)}`;
    link.textContent = query;
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
}
