// Looks at built sites with a browser: errors, requests, first stops of the keyboard, WCAG 2.2 AA, narrow
// windows, no JavaScript, no server. Every kind of page must occur in one of the sites.
//
//   node tests/browser/browser.mjs TOOLS SITE...
//
// TOOLS is a folder with node_modules that hold playwright-core and axe-core. CHROMIUM names the
// browser (default: /usr/bin/chromium).

import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { NEEDED, byKind, counter, from, launch, nameOf, pagesOf, serve, show, watched } from "./site.mjs";

const [tools, ...folders] = process.argv.slice(2);
const AXE = readFileSync(from(tools).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

// Pages of a site of which every one is opened; of larger sites as many of each kind.
const ALL_OF = 80;
const OF_A_KIND = 8;
// Pages of each kind that are looked at with axe-core, in both colour schemes; of larger sites one.
const SMALL = 200;
const WITH_AXE = 3;

const { check, finish } = counter("browser");

async function everyPage(browser, name, origin, pages) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const { page, seen } = await watched(context, origin);
  for (const path of pages) {
    seen.length = 0;
    await show(page, `${origin}/${path}`);
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
        await show(page, `${origin}/${path}`);
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
  const why = page.locator("main .event details").first();
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

// A page that stands where another was leads to it, with and without scripts.
async function moved(browser, name, origin, [path]) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await show(page, `${origin}/${path}`);
  const to = await page.locator("main a").first().evaluate((link) => link.href);
  await page.unroute("**/*");
  await page.goto(`${origin}/${path}`);
  await page.waitForURL(to, { timeout: 5000 }).catch(() => {});
  check(page.url() === to, `${name}/${path}: leads to ${page.url()}, its link to ${to}`);
  await context.close();
}

const started = Date.now();
const browser = await launch(tools);
const looked = new Set();
for (const folder of folders) {
  const site = resolve(folder);
  const name = nameOf(site);
  const { server, origin } = await serve(site);
  const pages = pagesOf(site);
  const kinds = byKind(site);
  for (const kind of kinds.keys()) looked.add(kind);
  const few = [...kinds.values()].flatMap((all) => all.slice(0, OF_A_KIND));
  await everyPage(browser, name, origin, pages.length <= ALL_OF ? pages : few);
  await accessible(browser, name, origin, kinds, pages.length <= SMALL ? WITH_AXE : 1);
  if (kinds.has("moved")) await moved(browser, name, origin, kinds.get("moved"));
  kinds.delete("moved");
  await keyboard(browser, name, origin, kinds);
  await withoutScripts(browser, name, origin, kinds);
  await fromDisk(browser, name, site);
  server.close();
  console.log(`${relative(".", site)}: ${pages.length} pages, ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
await browser.close();
for (const kind of NEEDED) check(looked.has(kind), `no site has a page of the kind ${kind}`);
finish();
