// The way of a reader who has a keyboard and nothing else: from the first page to the timeline, to an
// event, to its evidence in a document, to an actor named there. By presses of Tab and Enter only.
//
//   node tests/browser/journey.mjs TOOLS SITE...

import { resolve } from "node:path";
import { counter, launch, nameOf, serve } from "./site.mjs";

// So many stops are tried for one link.
const STOPS = 600;
// A ring or an underline of fewer pixels is not seen.
const RING = 2;

const { check, finish } = counter("journey");

// Where the keyboard is: the link's address, whether it can be seen, and whether its ring can.
function whereIsFocus(ring) {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const box = [...focused.getClientRects()].find((part) => part.width > 0 && part.height > 0);
  const style = getComputedStyle(focused);
  const hasRing = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= ring;
  const inside = box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const above = inside && document.elementFromPoint(box.left + box.width / 2, Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
  return {
    href: focused.href ?? "",
    words: focused.textContent.trim().slice(0, 60),
    seen: Boolean(inside),
    covered: Boolean(above) && !focused.contains(above) && !above.contains(focused),
    ring: hasRing,
    inTarget: Boolean(focused.closest(":target")),
    inMain: Boolean(focused.closest("main")),
  };
}

// Presses Tab until the focused link is wanted; every stop on the way must be seen. `null` where none is.
async function tabTo(page, place, wanted) {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(whereIsFocus, RING);
    if (!focus) continue;
    const well = focus.seen && focus.ring && !focus.covered;
    if (!well) check(false, `${place}: focus on “${focus.words}” seen ${focus.seen}, ring ${focus.ring}, covered ${focus.covered}`);
    if (wanted(focus)) return focus;
  }
  return null;
}

// Goes along a link by the keyboard and says where it led; the address must be the link's.
async function follow(page, place, what, wanted) {
  const link = await tabTo(page, place, wanted);
  check(link !== null, `${place}: no stop of the keyboard leads to ${what}`);
  if (!link) return null;
  await page.keyboard.press("Enter");
  await page.waitForURL(link.href, { timeout: 5000 }).catch(() => {});
  await page.waitForLoadState();
  check(page.url() === link.href, `${place}: Enter on ${link.href} led to ${page.url()}`);
  return page.url() === link.href ? link : null;
}

// What an address with `#` points at must be there, have words, and be in the window.
async function reached(page, place) {
  const target = await page.evaluate(() => {
    const element = document.querySelector(":target");
    const box = element?.getBoundingClientRect();
    return element && { words: element.innerText.trim().length, inside: box.bottom > 0 && box.top < innerHeight };
  });
  check(Boolean(target) && target.words > 10 && target.inside, `${place}: ${page.url()} shows ${JSON.stringify(target)}`);
}

// A long timeline is split: its index leads to years, a long year to months.
async function toEvents(page, name) {
  for (let depth = 0; depth < 3; depth += 1) {
    if (await page.locator('main a[href*="#e-"]').count()) return true;
    const parts = (focus) => focus.inMain && /\/timeline\/\d/.test(focus.href) && focus.href !== page.url();
    if (!(await follow(page, `${name}: timeline`, "a part of the timeline", parts))) return false;
  }
  return false;
}

async function journey(page, name, origin) {
  await page.goto(`${origin}/index.html`);
  if (!(await follow(page, `${name}: first page`, "the timeline", ({ href }) => href.endsWith("/timeline.html")))) return;
  check(await toEvents(page, name), `${name}: the timeline leads to no event`);
  const event = ({ href }) => href.includes("#e-");
  if (!(await follow(page, `${name}: timeline`, "an event", event))) return;
  await reached(page, `${name}: event`);
  const evidence = ({ href }) => /\/documents\/[^#]+#/.test(href);
  const source = await follow(page, `${name}: event`, "its evidence", evidence);
  if (!source) return;
  check(source.inTarget, `${name}: the first evidence behind the event is not the event's own, but ${source.href}`);
  await reached(page, `${name}: evidence`);
  const actor = await follow(page, `${name}: document`, "an actor", ({ href }) => /\/actors\/[^/]+\.html$/.test(href));
  const heading = await page.locator("main h1").innerText();
  check(Boolean(actor) && heading.trim().length > 0, `${name}: the actor's page has no heading`);
  console.log(`${name}: first page → timeline → event → evidence → ${heading}`);
}

const [tools, ...folders] = process.argv.slice(2);
const browser = await launch(tools);
for (const folder of folders) {
  const site = resolve(folder);
  const { server, origin } = await serve(site);
  for (const viewport of [{ width: 1100, height: 800 }, { width: 320, height: 640 }]) {
    const context = await browser.newContext({ viewport });
    await journey(await context.newPage(), `${nameOf(site)} ${viewport.width} px`, origin);
    await context.close();
  }
  server.close();
}
await browser.close();
finish();
