// The page in a preview: reloads when it is another, where the reader was, and says what went wrong.
//
// It listens only while the page is seen: browsers keep few connections to one host, and a reader
// may have many tabs. A page that comes into view asks at once.
(() => {
  "use strict";
  const mark = document.currentScript.dataset.mark;
  const place = `annalist-preview ${location.pathname}`;
  let source = null;
  let panel = null;

  function remember() {
    const open = [...document.querySelectorAll("details")].map((detail) => detail.open);
    sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, open }));
  }

  function restore() {
    const kept = sessionStorage.getItem(place);
    if (!kept) return;
    sessionStorage.removeItem(place);
    const { x, y, open } = JSON.parse(kept);
    const details = [...document.querySelectorAll("details")];
    if (details.length === open.length) details.forEach((detail, at) => (detail.open = open[at]));
    history.scrollRestoration = "manual";
    const scroll = () => window.scrollTo({ left: x, top: y, behavior: "instant" });
    scroll();
    addEventListener("load", scroll, { once: true });
  }

  function part(name, words, style) {
    const element = document.createElement(name);
    element.textContent = words;
    element.style.cssText = style;
    return element;
  }

  function show({ message, hint }) {
    hide();
    panel = part("div", "", "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:60vh;overflow:auto;" +
      "padding:1rem;background:#3b0d0d;color:#fff;font:1rem/1.5 system-ui,sans-serif;border-top:4px solid #e5484d");
    panel.id = "annalist-preview";
    panel.setAttribute("role", "alert");
    panel.append(part("strong", mark ? "The last build failed. This is the page before it." : "The build failed.", ""));
    panel.append(part("pre", message, "margin:.5rem 0;white-space:pre-wrap;font:.9rem/1.45 ui-monospace,monospace;color:#fff;background:none"));
    if (hint) panel.append(part("p", `Hint: ${hint}`, "margin:0;color:#fff"));
    document.body.append(panel);
  }

  function hide() {
    panel?.remove();
    panel = null;
  }

  function listen() {
    if (source || document.hidden) return;
    source = new EventSource(`/.annalist/events?page=${encodeURIComponent(decodeURI(location.pathname))}`);
    source.addEventListener("failed", (event) => show(JSON.parse(event.data)));
    source.addEventListener("page", (event) => {
      hide();
      if (event.data === mark) return;
      leave();
      remember();
      location.reload();
    });
  }

  function leave() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  restore();
  listen();
})();
