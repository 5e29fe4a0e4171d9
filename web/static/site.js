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
