// Searches a built site as a reader does: from the disk and from a server, with a strict content
// security policy, by keyboard, in both colour schemes, and without a script.
//
//   node tests/browser/search.mjs TOOLS SITE
//
// SITE is the dossier of tests/browser/search, built. TOOLS and CHROMIUM are those of browser.mjs.

import { createRequire } from "node:module";
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, folder] = process.argv.slice(2);
const require = createRequire(resolve(tools, "index.js"));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'";
const SHARD = 100_000; // bytes
const site = resolve(folder);

let passed = 0;
const failed = [];
function check(holds, what) {
  if (holds) passed += 1;
  else {
    failed.push(what);
    console.log(`failed: ${what}`);
  }
}

// What a reader types, and what the site then says: a part of the status, and words of the first link
// of a kind.
const QUERIES = [
  ["ferries", "Documents 2", "document", "Pilots of two ports"],
  ["ferry", "Documents 2", "document", "The harbour of Gdańsk"],
  ["ferr", "Documents 2", "document", "Pilots of two ports"],
  ["GDANSK", "Documents 2", "document", "The harbour of Gdańsk"],
  ["gdańsk’s harbour", "Documents 2", "document", "The harbour of Gdańsk"],
  ["zielinska", "Actors 1", "actor", "Halina Zielińska"],
  ["Zielnska", "No text has “Zielnska”; searched for “zielinska”", "actor", "Halina Zielińska"],
  ["harbuor", "searched for “harbour”", "document", "The harbour of Gdańsk"],
  ["tugs sluice", "Documents 1", "document", "The harbour of Gdańsk"],
  ["either side", "Documents 2", "document", "Pilots of two ports"],
  ["\"tug on either side\"", "Documents 1", "document", "Pilots of two ports"],
  ["\"side either\"", "Nothing was found", "", ""],
  ["U.S.", "Documents 1", "document", "The harbour of Gdańsk"],
  ["協定", "Documents 1", "document", "東京湾の水先人協定"],
  ["水先人", "Documents 1", "document", "東京湾の水先人協定"],
  ["ｶﾞｰﾃﾞﾝ", "Documents 1", "document", "東京湾の水先人協定"],
  ["東京人", "No text has “東京人”", "", ""],
  ["署", "Documents 1", "document", "東京湾の水先人協定"],
  ["부산", "Documents 1", "document", "부산항 도선사 협정"],
  ["협정", "Documents 1", "document", "부산항 도선사 협정"],
  ["ledger tolls", "Documents 1", "document", "A ledger of tolls"],
  ["dredgers willow", "Documents 1", "document", "What the dredgers left behind"],
  ["manifest onerror", "Documents 1", "document", "<img src=x onerror=alert(1)>"],
  ["brandvold", "Quotations 1", "quotation", "We dredge"],
  ["xylophonia", "No text has “xylophonia”", "", ""],
  ["zirconia", "No text has “zirconia”", "", ""],
  ["quagmirella", "No text has “quagmirella”", "", ""],
];

function serve() {
  const server = createServer((request, response) => {
    const path = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    try {
      const body = readFileSync(path);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", "content-security-policy": POLICY });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("not here");
    }
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

// A page that notes what must not happen, and what it asks for.
async function watched(context, origin) {
  const page = await context.newPage();
  const wrong = [];
  const asked = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on("request", (request) => {
    asked.push(request.url().slice(origin.length + 1));
    if (!request.url().startsWith(origin)) wrong.push(`request: ${request.url()}`);
  });
  return { page, wrong, asked };
}

// Types a query into a page that is open and waits for its answer.
async function type(page, query) {
  await page.fill("#q", "");
  await page.waitForFunction(() => document.getElementById("status").textContent === "");
  await page.fill("#q", query);
  await page.waitForFunction(() => !/^(|Searching …)$/.test(document.getElementById("status").textContent));
  return page.locator("#status").innerText();
}

async function queries(page, name) {
  for (const [query, said, kind, title] of QUERIES) {
    const status = await type(page, query);
    check(status.includes(said), `${name}: ${query}: “${status}” instead of “${said}”`);
    const links = page.locator(kind ? `section[aria-labelledby="found-${kind}"] a` : "#results a");
    const first = (await links.count()) ? await links.first().innerText() : "";
    check(first.includes(title) && (title !== "" || first === ""), `${name}: ${query}: found “${first}”, not “${title}”`);
  }
}

async function filters(page, name) {
  await type(page, "ferries");
  await page.fill("input[name=from]", "2020");
  await page.waitForFunction(() => !document.getElementById("results").innerText.includes("The harbour of"));
  check((await page.locator("#status").innerText()).includes("Documents 1"), `${name}: the filter by year`);
  await page.selectOption("select[name=kind]", "event");
  await page.waitForFunction(() => !document.getElementById("status").innerText.includes("Documents"));
  check((await page.locator("#found-document").count()) === 0, `${name}: the filter by kind`);
  await page.selectOption("select[name=kind]", "");
  await page.fill("input[name=from]", "");
}

// From a result to the words in the document, and on to the next.
async function following(page, name) {
  await type(page, "sluice");
  const marked = await page.locator("#results .snippet mark").first().innerText();
  check(marked.toLowerCase() === "sluice", `${name}: the snippet marks “${marked}”`);
  await page.locator("section[aria-labelledby='found-document'] a").first().click();
  await page.waitForSelector("mark.hit.is-current");
  const seen = await page.evaluate(() => {
    const mark = document.querySelector("mark.hit.is-current").getBoundingClientRect();
    const target = document.querySelector(":target");
    const marks = Array.from(document.querySelectorAll("mark.hit"), (made) => made.textContent);
    const inside = target !== null && target.contains(document.querySelector("mark.hit.is-current"));
    return { visible: mark.top >= 0 && mark.bottom <= innerHeight, inside, marks };
  });
  check(seen.visible && seen.inside, `${name}: the hit is not shown: ${JSON.stringify(seen)}`);
  check(seen.marks.join() === "sluice,sluice,sluice", `${name}: marks ${seen.marks}`);
  await page.getByRole("button", { name: "Next" }).click();
  check((await page.locator(".hits").innerText()).includes("of 3"), `${name}: the bar counts the marks`);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((values) => axe.run({ preload: false, runOnly: { type: "tag", values } }), WCAG);
  check(violations.length === 0, `${name}: marks: ${violations.map((v) => v.id)}`);
  await page.getByRole("button", { name: "Remove the marks" }).click();
  check((await page.locator("mark.hit, .hits").count()) === 0, `${name}: the marks are not removed`);
  await page.goBack();
  await page.waitForSelector("#results a");
  check((await page.inputValue("#q")) === "sluice", `${name}: the way back loses the words`);
}

async function anywhere(browser, name, origin, prefix) {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
  const { page, wrong, asked } = await watched(context, origin);
  await page.goto(`${prefix}/search.html`);
  check(!asked.some((path) => path.startsWith("search/")), `${name}: the index is loaded before it is used: ${asked}`);
  await queries(page, name);
  check(asked.includes("search/index.js"), `${name}: nothing was loaded`);
  await filters(page, name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  check(width <= 320, `${name}: ${width} px wide in a window of 320`);
  await following(page, name);
  await page.goto(`${prefix}/index.html`);
  await page.fill("#q", "pilotage");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#results a");
  check(page.url().includes("search.html?q=pilotage"), `${name}: the form of the first page led to ${page.url()}`);
  asked.length = 0;
  await page.goto(`${prefix}/documents/harbour.html`);
  check(!asked.some((path) => path.startsWith("search/")), `${name}: a document loads the index: ${asked}`);
  check(wrong.length === 0, `${name}: ${wrong.join("; ")}`);
  await context.close();
}

async function accessible(browser, origin) {
  for (const options of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${origin}/search.html`);
    await type(page, "ferries");
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((values) => axe.run({ preload: false, runOnly: { type: "tag", values } }), WCAG);
    const words = violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`);
    check(words.length === 0, `results, ${JSON.stringify(options)}: ${words.join("; ")}`);
    await context.close();
  }
}

async function byKeyboard(browser, origin) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/search.html`);
  await page.locator("#q").focus();
  await page.keyboard.type("tug");
  await page.waitForSelector("#results a");
  check(await page.evaluate(() => document.activeElement.id === "q"), "results take the focus away");
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.closest("#results") !== null)) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/documents|actors|timeline/);
  check(!page.url().includes("search.html"), "the keyboard does not reach a result");
}

async function withoutScript(browser, origin) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/search.html?q=tug`);
  check((await page.locator("main").innerText()).includes("needs JavaScript"), "nothing is said without a script");
  await page.locator("noscript a").click();
  check(page.url().endsWith("/terms.html"), `without a script the index is not at ${page.url()}`);
  const word = page.locator("li", { hasText: /^quay/ }).locator("a").first();
  await word.click();
  const target = await page.evaluate(() => document.querySelector(":target")?.textContent ?? "");
  check(/quay/i.test(target), `the index leads to “${target}”`);
  await context.close();
}

function shards() {
  const all = readdirSync(join(site, "search"), { recursive: true }).map(String).filter((path) => path.endsWith(".js"));
  for (const path of all) {
    const size = statSync(join(site, "search", path)).size;
    check(size <= SHARD, `search/${path} has ${size} bytes`);
  }
  check(all.length >= 5, `the index has ${all.length} files`);
}

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}`;
const disk = pathToFileURL(site).href;
shards();
await anywhere(browser, "from a server", origin, origin);
await anywhere(browser, "from the disk", disk, disk);
await accessible(browser, origin);
await byKeyboard(browser, origin);
await withoutScript(browser, origin);
server.close();
await browser.close();
console.log(`search: ${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
