// The filter of the timeline in Chromium, from a folder: what it shows and says, its address, the keyboard, and
// that nothing of it is seen without a script.
//
//   node tests/browser/filter.mjs TOOLS SITE...

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { counter, launch, nameOf } from "./site.mjs";

const { check, finish } = counter("filter");
const [tools, ...sites] = process.argv.slice(2);

const shown = (page) => page.locator(".event:not([hidden])").count();
const told = async (page) => (await page.locator("#filter [role=status]").innerText()).match(/\d+/g).map(Number);

// Every field hides what does not fit, and the status says how many are left.
async function fields(page, name) {
  const all = await page.locator(".event").count();
  await page.locator("#filter summary").click();
  check((await told(page)).join() === [all, all].join(), `${name}: all ${all} are shown at first`);
  const actor = await page.locator("#filter select[name=actor] option").nth(1).getAttribute("value");
  await page.selectOption("#filter select[name=actor]", actor);
  const ofActor = await page.locator(`.event:has(.who a[href$="actors/${actor}.html"])`).count();
  check(ofActor > 0 && (await shown(page)) === ofActor, `${name}: ${ofActor} rows name ${actor}, ${await shown(page)} are shown`);
  check((await told(page))[0] === ofActor, `${name}: the status says ${await told(page)}`);
  check(page.url().includes(`actor=${encodeURIComponent(actor)}`), `${name}: ${page.url()} has no actor`);
  await page.reload();
  check((await shown(page)) === ofActor, `${name}: the address does not bring the view back`);
  check(await page.locator("#filter details").evaluate((details) => details.open), `${name}: a filter that is on is closed`);
  await page.locator("#filter button[type=reset]").click();
  check((await shown(page)) === all && !page.url().includes("?"), `${name}: not all are shown again`);
  await page.selectOption("#filter select[name=date]", "uncertain");
  check((await shown(page)) === (await page.locator(".event.is-uncertain").count()), `${name}: the filter by certainty`);
  const left = (await page.locator("main > section h2 .aside:visible").allInnerTexts()).map((words) => words.match(/^\d+/)[0]);
  check(left.reduce((sum, number) => sum + Number(number), 0) === (await shown(page)), `${name}: headings count ${left}`);
  await page.selectOption("#filter select[name=date]", "");
  for (const word of ["xylophonia", "Link to this"]) {
    await page.fill("#filter input[name=q]", word);
    await page.waitForFunction((word) => new URLSearchParams(location.search).get("q") === word, word);
    check((await shown(page)) === 0, `${name}: ${await shown(page)} rows are shown for “${word}”`);
  }
  check((await page.locator("main > section h2:visible").count()) === 0, `${name}: headings without rows`);
  // A link to a row that is hidden shows it.
  const id = await page.locator(".event[id]").last().getAttribute("id");
  await page.evaluate((id) => { location.hash = id; }, id);
  await page.waitForFunction((id) => !document.getElementById(id).hidden, id);
}

// A timeline that is split: its parts are filtered where they stand, all of it is searched.
async function split(page, name, site) {
  await page.locator("main form[role=search] input[name=q]").fill("the");
  await page.locator("main form[role=search] button").click();
  await page.waitForSelector("#results a");
  check(page.url().includes("kind=event"), `${name}: ${page.url()} is no search of events`);
  await page.goto(pathToFileURL(resolve(site, "timeline.html")).href);
  const parts = await page.locator('main a[href^="timeline/"]').evaluateAll((links) => links.map((link) => link.href));
  for (const part of parts.filter((address) => /\/\d[^#/]*$/.test(address))) {
    await page.goto(part);
    if ((await page.locator("#filter").count()) === 0) continue;
    await page.locator("#filter summary").click();
    await page.fill("#filter input[name=q]", "the");
    await page.waitForFunction(() => location.search.includes("q=the"));
    const link = await page.locator("#filter a").getAttribute("href");
    check(/kind=event&q=the/.test(link), `${name}: ${link} does not search for the words of the filter`);
    return;
  }
  check(false, `${name}: no part of the timeline has a filter`);
}

// With the keyboard alone, and back to where the reader was.
async function keyboard(page, name, address) {
  await page.goto(address);
  await page.locator("#filter summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("the", { delay: 20 });
  await page.waitForFunction(() => location.search.includes("q=the"));
  const before = await shown(page);
  await page.locator(".event:not([hidden]) .from a").first().click();
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#filter input[name=q]").value === "the");
  check((await shown(page)) === before, `${name}: back does not bring the view back`);
}

const browser = await launch(tools);
for (const site of sites) {
  const name = nameOf(site);
  const address = pathToFileURL(resolve(site, "timeline.html")).href;
  const page = await browser.newPage();
  await page.goto(address);
  // A timeline that is split has its rows on other pages.
  if ((await page.locator("#filter").count()) > 0) {
    await fields(page, name);
    await keyboard(page, name, address);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${address}?q=xylophonia`);
    check(!(await plain.locator("#filter").isVisible()), `${name}: the filter is seen without a script`);
    check((await shown(plain)) === (await plain.locator(".event").count()), `${name}: rows are hidden without a script`);
    await context.close();
  } else if ((await page.locator("main form[role=search]").count()) > 0) {
    await split(page, name, site);
  }
  await page.close();
}
await browser.close();
finish();
