// Looks at built sites with a browser: errors, requests, keyboard, WCAG 2.2 AA, narrow windows,
// no JavaScript, no server.
//
//   node tests/browser/browser.mjs TOOLS SITE...
//
// TOOLS is a folder with node_modules that hold playwright-core and axe-core. CHROMIUM names the
// browser (default: /usr/bin/chromium).

import { createRequire } from "node:module";
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, ...folders] = process.argv.slice(2);
const require = createRequire(resolve(tools, "index.js"));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".txt": "text/plain; charset=utf-8", ".js": "text/javascript" };

// Pages of a site of which every one is opened; of larger sites as many of each kind.
const ALL_OF = 80;
const OF_A_KIND = 8;
// Pages of each kind that are looked at with axe-core, in both colour schemes; of larger sites one.
const WITH_AXE = 3;

let passed = 0;
const failed = [];
function check(holds, what) {
  if (holds) passed += 1;
  else {
    failed.push(what);
    console.log(`failed: ${what}`);
  }
}

function pagesOf(site) {
  const all = readdirSync(site, { recursive: true }).map(String);
  return all.filter((path) => path.endsWith(".html") && statSync(join(site, path)).isFile()).sort();
}

// documents/x.html and documents/y.html are of one kind; the largest come first.
function byKind(site, pages) {
  const kinds = new Map();
  const size = (path) => statSync(join(site, path)).size;
  for (const path of [...pages].sort((a, b) => size(b) - size(a))) {
    const kind = path.split("/")[0];
    kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  return kinds;
}

function serve(site) {
  const server = createServer((request, response) => {
    const path = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    try {
      const body = readFileSync(path);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": TYPES[".html"] });
      response.end("not here");
    }
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

// A page that notes errors and requests that leave the origin.
async function watched(context, origin) {
  const page = await context.newPage();
  const seen = [];
  page.on("console", (message) => message.type() === "error" && seen.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  page.on("request", (request) => request.url().startsWith(origin) || seen.push(`request: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && seen.push(`${response.status()}: ${response.url()}`));
  return { page, seen };
}

async function everyPage(browser, name, origin, pages) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const { page, seen } = await watched(context, origin);
  for (const path of pages) {
    seen.length = 0;
    await page.goto(`${origin}/${path}`);
    check(seen.length === 0, `${name}/${path}: ${seen.join("; ")}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    check(width <= 320, `${name}/${path}: ${width} px wide in a window of 320`);
  }
  await context.close();
}

async function accessible(browser, name, origin, kinds, most) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    for (const pages of kinds.values()) {
      for (const path of pages.slice(0, most)) {
        await page.goto(`${origin}/${path}`);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), WCAG);
        const words = violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`);
        check(words.length === 0, `${name}/${path} (${colorScheme}): ${words.join("; ")}`);
      }
    }
    await context.close();
  }
}

// The first stop of the keyboard leads to the main part, past the navigation.
async function keyboard(browser, name, origin, kinds) {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const [kind, [path]] of kinds) {
    await page.goto(`${origin}/${path}`);
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
    const visible = await page.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0);
    check(first === "#main" && visible, `${name}/${path}: the first stop is ${first}, visible ${visible}`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => {
      const before = document.querySelector("header.site");
      return { skipped: !before.contains(document.activeElement), hash: location.hash };
    });
    check(where.hash === "#main" && where.skipped, `${name}/${kind}: the keyboard does not reach the main part`);
  }
  await context.close();
}

async function withoutScripts(browser, name, origin, kinds) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page, seen } = await watched(context, origin);
  for (const [path] of kinds.values()) {
    await page.goto(`${origin}/${path}`);
    const words = await page.locator("main").innerText();
    check(words.trim().length > 40, `${name}/${path}: nothing to read without JavaScript`);
  }
  await page.goto(`${origin}/index.html`);
  await page.locator("nav a", { hasText: "Timeline" }).first().click();
  check(page.url().endsWith("/timeline.html"), `${name}: a link without JavaScript led to ${page.url()}`);
  const why = page.locator("main details").first();
  if (await why.count()) {
    await why.locator("summary").click();
    check((await why.getAttribute("open")) !== null, `${name}: a detail does not open without JavaScript`);
  }
  check(seen.length === 0, `${name} without JavaScript: ${seen.join("; ")}`);
  await context.close();
}

async function fromDisk(browser, name, site) {
  const context = await browser.newContext();
  const home = pathToFileURL(join(site, "index.html")).href;
  const { page, seen } = await watched(context, home.slice(0, -"index.html".length));
  await page.goto(home);
  for (const room of ["Timeline", "Actors", "Sources", "Method", "Overview"]) {
    await page.locator("nav a", { hasText: room }).first().click();
    const position = await page.locator("a.skip").evaluate((skip) => getComputedStyle(skip).position);
    check(position !== "static", `${name} from the disk: ${room} has no style`);
  }
  await page.locator("nav a", { hasText: "Sources" }).first().click();
  await page.locator("main a[href^='documents/']").first().click();
  check(page.url().includes("/documents/"), `${name} from the disk: a document's link led to ${page.url()}`);
  check(seen.length === 0, `${name} from the disk: ${seen.join("; ")}`);
  await context.close();
}

const started = Date.now();
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const folder of folders) {
  const site = resolve(folder);
  const name = basename(dirname(site)) + "/" + basename(site);
  const server = await serve(site);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const pages = pagesOf(site);
  const kinds = byKind(site, pages);
  const few = [...kinds.values()].flatMap((all) => all.slice(0, OF_A_KIND));
  await everyPage(browser, name, origin, pages.length <= ALL_OF ? pages : few);
  await accessible(browser, name, origin, kinds, pages.length <= ALL_OF ? WITH_AXE : 1);
  await keyboard(browser, name, origin, kinds);
  await withoutScripts(browser, name, origin, kinds);
  await fromDisk(browser, name, site);
  server.close();
  console.log(`${relative(".", site)}: ${pages.length} pages, ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
await browser.close();
check(passed > 0, "no site was looked at");
console.log(`browser: ${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
