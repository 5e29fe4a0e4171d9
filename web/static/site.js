// What the pages gain with JavaScript; each works without it.
import { copyButtons } from "./copy.js";
import { liveSearch } from "./search.js";
import { themeSwitch } from "./theme.js";

copyButtons();
themeSwitch();
liveSearch();
