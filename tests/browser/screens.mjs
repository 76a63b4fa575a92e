// Pictures of every kind of page as readers meet it, kept for people to look at, with what must hold in each:
// light, dark, 320 pixels, forced colours, without scripts, from the disk, printed.
//
//   node tests/browser/screens.mjs TOOLS ARTEFACTS SITE...
//
// ARTEFACTS is the folder the pictures go to, into `screens/`: `sample-timeline-dark.png`,
// `sample-timeline-print.pdf`. Of each kind of page there are those of the first site that has one with
// something on it.

import { mkdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { NEEDED, byKind, counter, launch, nameOf, serve, show, watched } from "./site.mjs";

// Pictures are cut off below, in pixels: a list of a thousand events is one picture too.
const HEIGHT = 3000;
// A page of fewer bytes says that there is nothing, or leads elsewhere: the next site may have more.
const FULL = 4000;
// Fewer letters are no page.
const WORDS = 40;
// Contrast of text that must be readable (WCAG 1.4.3).
const CONTRAST = 4.5;

const wide = { width: 1100, height: 900 };
const VARIANTS = {
  light: { colorScheme: "light", viewport: wide },
  dark: { colorScheme: "dark", viewport: wide },
  "320": { viewport: { width: 320, height: 640 } },
  forced: { forcedColors: "active", viewport: wide },
  "no-script": { javaScriptEnabled: false, viewport: wide },
  file: { viewport: wide },
  print: { viewport: wide },
};

// A server shows it at any address, so its own addresses begin at the root: it is no page for a disk.
const NOT_FROM_DISK = "404";

const { check, finish } = counter("screens");

// Text of the page that stands out too little from what is behind it, and links in sentences that only
// their colour tells: `words (why)`.
function unreadable(contrast) {
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const bad = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    if (!words || !element.checkVisibility({ visibilityProperty: true }) || element.closest("script, style, .unseen, .skip")) continue;
    const [one, other] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < contrast) bad.set(`contrast ${ratio.toFixed(1)}`, words.slice(0, 40));
    const link = element.closest("main p a");
    const inSentence = link && link.textContent.trim().length < link.closest("p").textContent.trim().length;
    if (inSentence && !getComputedStyle(link).textDecorationLine.includes("underline")) bad.set("a link without a line", words.slice(0, 40));
  }
  return [...bad].map(([why, words]) => `“${words}” (${why})`);
}

async function picture(page, file) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width } = page.viewportSize();
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, HEIGHT) } });
}

// What is checked in one variant beside what holds in all of them.
const HOLDS = {
  320: async (page, what) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    check(width <= 320, `${what}: ${width} px wide in a window of 320`);
  },
  forced: async (page, what) => {
    check(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), `${what}: colours are not forced`);
    const bad = await page.evaluate(unreadable, CONTRAST);
    check(bad.length === 0, `${what}: ${bad.join("; ")}`);
  },
  file: async (page, what) => {
    const styled = await page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.href?.startsWith("file:")));
    check(styled, `${what}: no style sheet`);
  },
  print: async (page, what, file) => {
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    const bad = await page.evaluate(unreadable, CONTRAST);
    check(bad.length === 0, `${what}: ${bad.join("; ")}`);
    const pdf = await page.pdf({ path: file.replace(/png$/, "pdf"), format: "A4" });
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    const words = await page.locator("main").innerText();
    // A sheet of A4 holds some three thousand letters; far more sheets than words ask for are mostly empty.
    const most = 3 + words.length / 700;
    check(sheets > 0 && sheets <= most, `${what}: ${sheets} sheets for ${words.length} letters`);
  },
};

async function pictures(browser, { folder, origin, site, name }, variant, pages) {
  const context = await browser.newContext(VARIANTS[variant]);
  const base = variant === "file" ? pathToFileURL(site).href : origin;
  const { page, seen } = await watched(context, base);
  for (const [kind, path] of pages) {
    if (variant === "file" && kind === NOT_FROM_DISK) continue;
    const what = `${name}/${path} (${variant})`;
    const file = join(folder, `${name.split("/")[0]}-${kind}-${variant}.png`);
    seen.length = 0;
    await page.emulateMedia({ media: null });
    await show(page, `${base}/${path}`);
    const letters = (await page.locator("main").innerText()).trim().length;
    check(letters > WORDS, `${what}: ${letters} letters to read`);
    await HOLDS[variant]?.(page, what, file);
    await picture(page, file);
    check(seen.length === 0, `${what}: ${seen.join("; ")}`);
  }
  await context.close();
}

const [tools, artefacts, ...folders] = process.argv.slice(2);
const folder = resolve(artefacts, "screens");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launch(tools);
const done = new Set();
const seen = new Set();
for (const given of folders) {
  const site = resolve(given);
  const pages = [...byKind(site)].filter(([kind]) => !done.has(kind)).map(([kind, [largest]]) => [kind, largest]);
  for (const [kind, path] of pages) {
    seen.add(kind);
    if (statSync(join(site, path)).size >= FULL) done.add(kind);
  }
  const { server, origin } = await serve(site);
  const where = { folder, origin, site, name: nameOf(site) };
  for (const variant of Object.keys(VARIANTS)) await pictures(browser, where, variant, pages);
  server.close();
  console.log(`${where.name}: ${pages.length} kinds of pages, ${Object.keys(VARIANTS).length} pictures of each`);
}
await browser.close();
for (const kind of NEEDED) check(seen.has(kind), `no site has a page of the kind ${kind}`);
console.log(`pictures are in ${folder}`);
finish();
