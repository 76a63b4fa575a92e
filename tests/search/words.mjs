// The script's words are those of the program: the table that src/search/words.rs passes, too. And how far
// words are from each other.
//
//   node tests/search/words.mjs SITE
//
// SITE is any built site: its tables are read, and its static/search/words.js.

import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

const site = resolve(process.argv[2]);
const table = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), "words.json"), "utf8"));

globalThis.window = globalThis;
globalThis.document = { currentScript: { src: "file:///static/search/words.js" } };
runInThisContext(readFileSync(join(site, "static/search/words.js"), "utf8"));
let tables;
const own = globalThis.annalistSearch;
globalThis.annalistSearch = (name, value) => (tables = value);
runInThisContext(readFileSync(join(site, "search/tables.js"), "utf8"));

const words = own.reader(tables);
let failed = 0;
for (const [text, expected] of table) {
  const found = words(text).map((word) => [word.term, text.slice(word.from, word.to)]);
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    failed += 1;
    console.log(`failed: ${JSON.stringify(text)}\n  expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}`);
  }
}

// What a slip is: one letter too many, too few, another, or two neighbours exchanged. `most` bounds the work.
const DISTANCES = [
  ["seoul", "seoul", 2, 0],
  ["seuol", "seoul", 2, 1],
  ["seol", "seoul", 2, 1],
  ["seouls", "seoul", 2, 1],
  ["seaul", "seoul", 2, 1],
  ["sueol", "seoul", 2, 2],
  ["harbour", "arbours", 2, 2],
  ["harbour", "harvest", 2, 3],
  ["ab", "abcdef", 2, 3],
  ["", "ab", 2, 2],
];
globalThis.annalistSearch = own;
runInThisContext(readFileSync(join(site, "static/search/query.js"), "utf8"));
for (const [one, other, most, expected] of DISTANCES) {
  for (const found of [own.distance(one, other, most), own.distance(other, one, most)]) {
    if (found !== expected) {
      failed += 1;
      console.log(`failed: from ${one} to ${other}: ${found}, not ${expected}`);
    }
  }
}
console.log(`search words: ${table.length} texts, ${DISTANCES.length} slips, ${failed} failed`);
process.exit(failed || table.length === 0 ? 1 : 0);
