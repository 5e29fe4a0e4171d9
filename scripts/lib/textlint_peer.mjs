// The peer of `bench check`: textlint with its prh rule, and the prh engine by itself, over one text, several times.
// Usage: node textlint_peer.mjs RULES.yml TEXT.txt REPEATS; prints one line of JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json")); // what was installed in the folder we stand in
const { TextlintKernel } = require("@textlint/kernel");
const textPlugin = require("@textlint/textlint-plugin-text").default;
const prhRule = require("textlint-rule-prh").default;
const prh = require("prh");

const [rules, text, repeats] = process.argv.slice(2);
const content = readFileSync(text, "utf8");
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const found = { textlint: [], prh: [] };

const kernel = new TextlintKernel();
const options = {
  filePath: text,
  ext: ".txt",
  plugins: [{ pluginId: "text", plugin: textPlugin }],
  rules: [{ ruleId: "prh", rule: prhRule, options: { rulePaths: [rules] } }],
};
for (let round = 0; round < Number(repeats); round++) {
  const began = cpu();
  const answer = await kernel.lintText(content, options);
  found.textlint.push(cpu() - began);
  found.messages = answer.messages.map((one) => ({ line: one.line, message: one.message }));
}
const engine = prh.fromYAMLFilePath(rules);
for (let round = 0; round < Number(repeats); round++) {
  const began = cpu();
  for (const paragraph of content.split("\n")) engine.makeChangeSet("text", paragraph);
  found.prh.push(cpu() - began);
}
console.log(JSON.stringify(found));
