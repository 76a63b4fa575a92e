// What the browser tests share: the browser, a site behind a server, its pages by kind, and checks
// that are counted.

import { createRequire } from "node:module";
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".txt": "text/plain; charset=utf-8", ".js": "text/javascript" };

// Kinds of pages by path, the first that fits. A page that only leads to another is of the kind "moved".
const KINDS = [
  [/^timeline\/newest-first/, "newest-first"],
  [/^timeline\/undated/, "timeline-undated"],
  [/^timeline\/\d{4}-\d{2}/, "timeline-month"],
  [/^timeline\/\d{3}x/, "timeline-decade"],
  [/^timeline\//, "timeline-year"],
  [/^quotations\/reported\.html$/, "reported"],
  [/^quotations\/reported-/, "reported-year"],
  [/^quotations\//, "quotations-year"],
  [/^terms\//, "terms-letter"],
  [/^actors-by-name\//, "actors-letter"],
  [/^actors\/[^/]+\//, "actor-part"],
  [/^sources\//, "sources-part"],
  [/^(actor|agreement|document)s\//, (found) => found[1]],
  [/^([^/]+)\.html$/, (found) => found[1]],
];

// Every kind that pages of some site must have, or its template was not looked at.
export const NEEDED = [
  ..."index timeline timeline-year timeline-month timeline-decade newest-first actors actor moved agreements".split(" "),
  ..."agreement quotations quotations-year reported reported-year conflicts sources document search terms".split(" "),
  ..."terms-letter actors-letter actor-part corrections about 404".split(" "),
];

// What node_modules in the folder `tools` hold.
export const from = (tools) => createRequire(resolve(tools, "index.js"));

// CHROMIUM names the browser.
export function launch(tools) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return from(tools)("playwright-core").chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

// Counts what holds; what does not is told at once and in the last line.
export function counter(name) {
  let passed = 0;
  let failed = 0;
  const check = (holds, what) => {
    if (holds) passed += 1;
    else {
      failed += 1;
      console.log(`failed: ${what}`);
    }
  };
  const finish = () => {
    check(passed > 0, "nothing was looked at");
    console.log(`${name}: ${passed} passed, ${failed} failed`);
    process.exit(failed ? 1 : 0);
  };
  return { check, finish };
}

// `five/site`, as messages call a site.
export const nameOf = (site) => basename(dirname(site)) + "/" + basename(site);

export function pagesOf(site) {
  const all = readdirSync(site, { recursive: true }).map(String);
  return all.filter((path) => path.endsWith(".html") && statSync(join(site, path)).isFile()).sort();
}

function kindOf(site, path) {
  for (const [pattern, kind] of KINDS) {
    const found = pattern.exec(path);
    if (found && readFileSync(join(site, path), "utf8").includes('http-equiv="refresh"')) return "moved";
    if (found) return typeof kind === "string" ? kind : kind(found);
  }
  return path;
}

// The pages of each kind, the largest first.
export function byKind(site) {
  const kinds = new Map();
  const size = (path) => statSync(join(site, path)).size;
  for (const path of pagesOf(site).sort((a, b) => size(b) - size(a))) {
    const kind = kindOf(site, path);
    kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  return kinds;
}

// A server for a site: what serves, and its origin.
export function serve(site) {
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
  const origin = () => `http://127.0.0.1:${server.address().port}`;
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready({ server, origin: origin() })));
}

// A page that notes errors and requests that leave the origin.
export async function watched(context, origin) {
  const page = await context.newPage();
  const seen = [];
  page.on("console", (message) => message.type() === "error" && seen.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  page.on("request", (request) => request.url().startsWith(origin) || seen.push(`request: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && seen.push(`${response.status()}: ${response.url()}`));
  return { page, seen };
}

// Shows a page and stays on it: one that leads to another by itself does not get there.
export async function show(page, url) {
  const stays = (route) => {
    const request = route.request();
    const leads = request.isNavigationRequest() && request.url() !== url.split("#")[0];
    return leads ? route.abort("aborted") : route.continue();
  };
  await page.unroute("**/*");
  await page.route("**/*", stays);
  await page.goto(url);
}
