// Validates every page of built sites with html-validate: one process, a worker for each core.
//
//   node tests/browser/valid.mjs TOOLS SITE...
//
// TOOLS is a folder with node_modules that hold html-validate; its settings are in htmlvalidate.json
// beside this file. No page is left out. A rule that many pages break is told once, with the first
// places and their number.

import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

const SHOWN = 5;
const here = fileURLToPath(import.meta.url);

function pagesOf(site) {
  const all = readdirSync(site, { recursive: true }).map(String);
  return all.filter((path) => path.endsWith(".html")).sort().map((path) => join(site, path));
}

// The findings of one page: rule, words, place.
function validate(htmlvalidate, page) {
  const report = htmlvalidate.validateStringSync(readFileSync(page, "utf8"), page);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ ruleId, message, line, column }) => ({ rule: ruleId, message, place: `${page}:${line}:${column}` }));
}

// Takes pages by turns, so that large ones do not meet in one worker.
function work({ tools, pages, first, step }) {
  const { HtmlValidate, StaticConfigLoader } = createRequire(resolve(tools, "index.js"))("html-validate");
  const config = JSON.parse(readFileSync(join(here, "..", "htmlvalidate.json"), "utf8"));
  const htmlvalidate = new HtmlValidate(new StaticConfigLoader(config));
  let looked = 0;
  const found = [];
  for (let at = first; at < pages.length; at += step) {
    found.push(...validate(htmlvalidate, pages[at]));
    looked += 1;
  }
  parentPort.postMessage({ looked, found });
}

function worker(values) {
  return new Promise((done, fail) => {
    const thread = new Worker(here, { workerData: values });
    thread.once("message", done);
    thread.once("error", fail);
    thread.once("exit", (code) => code === 0 || fail(new Error(`a worker ended with ${code}`)));
  });
}

// `rule: words (number of places)`, then the first places.
function tell(found) {
  const rules = new Map();
  for (const one of found) {
    const name = `${one.rule}: ${one.message}`;
    rules.set(name, [...(rules.get(name) ?? []), one]);
  }
  for (const [rule, all] of [...rules].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`invalid: ${rule} (${all.length})`);
    for (const { place } of all.slice(0, SHOWN)) console.log(`  ${relative(".", place)}`);
  }
}

async function main() {
  const [tools, ...sites] = process.argv.slice(2);
  let failed = sites.length === 0;
  for (const site of sites) {
    const started = Date.now();
    const pages = pagesOf(resolve(site));
    const step = Math.min(availableParallelism(), Math.max(pages.length, 1));
    const turns = Array.from({ length: step }, (_, first) => worker({ tools, pages, first, step }));
    const parts = await Promise.all(turns);
    const found = parts.flatMap((part) => part.found);
    const looked = parts.reduce((sum, part) => sum + part.looked, 0);
    tell(found);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`${relative(".", site)}: ${looked} of ${pages.length} pages looked at, ${found.length} findings, ${seconds} s`);
    failed ||= found.length > 0 || looked !== pages.length || looked === 0;
  }
  process.exitCode = failed ? 1 : 0;
}

if (isMainThread) await main();
else work(workerData);
