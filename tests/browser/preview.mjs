// Looks at a preview with a browser: the page reloads by itself and stays where the reader was, a
// failed build says why, a hidden tab asks when it is seen again, and nothing leaves the origin.
//
//   node tests/browser/preview.mjs TOOLS ANNALIST DOSSIER
//
// TOOLS is a folder with node_modules that hold playwright-core and axe-core, ANNALIST the program,
// DOSSIER a dossier's folder, which is copied. CHROMIUM names the browser (default: /usr/bin/chromium).

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [tools, program, folder] = process.argv.slice(2);
const require = createRequire(resolve(tools, "index.js"));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const DEADLINE = 60_000;

let passed = 0;
const failed = [];
function check(holds, what) {
  if (holds) passed += 1;
  else {
    failed.push(what);
    console.log(`failed: ${what}`);
  }
}

const root = mkdtempSync(join(tmpdir(), "annalist-preview-"));
cpSync(join(folder, "seeds"), join(root, "seeds"), { recursive: true });
cpSync(join(folder, "annalist.toml"), join(root, "annalist.toml"));

const preview = spawn(resolve(program), ["serve", "--port", "0"], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
const ended = new Promise((done) => preview.on("exit", (code) => done(code)));
const origin = await new Promise((found, lost) => {
  let said = "";
  preview.stderr.on("data", (bytes) => {
    said += bytes;
    const address = said.match(/Serving (http:\/\/[^/]+)\//);
    if (address) found(address[1]);
  });
  ended.then(() => lost(new Error(`the preview ended: ${said}`)));
});

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ viewport: { width: 900, height: 500 } });
context.setDefaultTimeout(DEADLINE);
const seen = [];
context.on("request", (request) => request.url().startsWith(origin) || seen.push(`request: ${request.url()}`));
const page = await context.newPage();
page.on("pageerror", (error) => seen.push(`error: ${error.message}`));

// The longest plain text has a page to scroll on.
const texts = readdirSync(join(root, "seeds")).filter((name) => name.endsWith(".txt"));
const length = (name) => readFileSync(join(root, "seeds", name)).length;
const seed = texts.sort((a, b) => length(b) - length(a))[0];
const words = readFileSync(join(root, "seeds", seed), "utf8");
const data = (await (await fetch(`${origin}/data/documents.jsonl`)).text()).trim().split("\n").map(JSON.parse);
const { id } = data.find((line) => line.path === seed);
const address = `${origin}/documents/${id}.html`;

// A change at the end of the text: the page reloads, and the reader stays.
await page.goto(address);
await page.evaluate(() => window.scrollTo(0, 400));
const before = await page.evaluate(() => scrollY);
await page.evaluate(() => (window.isOld = true));
const started = Date.now();
writeFileSync(join(root, "seeds", seed), `${words}\nA last line that was not there.\n`);
await page.waitForFunction(() => !window.isOld && document.body?.innerText.includes("A last line that was not there."));
const took = Date.now() - started;
await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, before).catch(() => {});
const after = await page.evaluate(() => scrollY);
check(before === 400 && after === before, `the page was at ${before} and is at ${after}`);

// A style sheet: also without a reload of anything else.
await page.evaluate(() => (window.isOld = true));
const looks = Date.now();
mkdirSync(join(root, "static"));
const css = await (await fetch(`${origin}/static/annalist.css`)).text();
writeFileSync(join(root, "static", "annalist.css"), `${css}\nbody { outline: 3px solid rgb(1, 2, 3) }\n`);
await page.waitForFunction(() => !window.isOld && getComputedStyle(document.body).outlineColor === "rgb(1, 2, 3)");
const looked = Date.now() - looks;
check((await page.evaluate(() => scrollY)) === before, "a new style sheet moved the page");

// A broken template: the reason stands in the page, which stays; then it goes.
mkdirSync(join(root, "templates"));
writeFileSync(join(root, "templates", "document.html"), "\n{{ titel }}");
const alert = page.locator("#annalist-preview");
await alert.waitFor();
const reason = await alert.innerText();
check(reason.includes("document.html:2") && reason.includes("titel"), `the reason is: ${reason}`);
check((await page.locator("main").innerText()).includes("A last line"), "the last good page is gone");
await page.evaluate(AXE);
const found = await page.evaluate(() => axe.run("#annalist-preview", { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa"] } }));
check(found.violations.length === 0, `axe: ${found.violations.map((v) => v.id).join(", ")}`);
rmSync(join(root, "templates"), { recursive: true });
await alert.waitFor({ state: "detached" });
passed += 1;

// Twelve tabs: browsers allow six connections to a host, and only tabs that are seen take one.
const tabs = [];
for (let count = 0; count < 12; count += 1) tabs.push(await context.newPage());
for (const tab of tabs) {
  await tab.addInitScript(() => Object.defineProperty(document, "hidden", { get: () => window.name !== "seen" }));
  await tab.goto(address);
}
const last = tabs.at(-1);
check((await last.locator("main").count()) === 1, "the twelfth tab has no page");
await last.evaluate(() => (window.isOld = true));
writeFileSync(join(root, "seeds", seed), `${words}\nAnother last line.\n`);
await page.waitForFunction(() => document.body?.innerText.includes("Another last line."));
check(await last.evaluate(() => window.isOld === true), "a tab that is not seen was reloaded");
await last.evaluate(() => {
  window.name = "seen";
  document.dispatchEvent(new Event("visibilitychange"));
});
await last.waitForFunction(() => !window.isOld && document.body?.innerText.includes("Another last line."));
passed += 1;

check(seen.length === 0, seen.join("; "));
await browser.close();
preview.kill("SIGINT");
check((await ended) === 0, "an interrupt did not end the preview well");
rmSync(root, { recursive: true });
console.log(`preview: ${passed} passed, ${failed.length} failed; edit to page ${took} ms, style to page ${looked} ms`);
process.exit(failed.length ? 1 : 0);
