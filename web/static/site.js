// What the pages gain with JavaScript; each works without it.
import { copyButtons } from "./copy.js";
import { singleKeys } from "./keys.js";
import { lookupKeys } from "./lookup_keys.js";
import { recentLookups } from "./recent.js";
import { liveSearch } from "./search.js";
import { settingsSheet } from "./sheets.js";
import { themeSwitch } from "./theme.js";

copyButtons();
themeSwitch();
settingsSheet();
liveSearch();
recentLookups();
lookupKeys();
singleKeys([]);

// Moments are stored in UTC and shown in the reader's own time.
const two = (number) => String(number).padStart(2, "0");
for (const one of document.querySelectorAll("time[datetime*=T]")) {
  const at = new Date(one.dateTime);
  if (isNaN(at)) continue;
  one.textContent = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
