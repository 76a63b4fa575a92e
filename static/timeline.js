// Filters the rows of a timeline where they stand. Without this script the form stays hidden and the list is
// whole. The state is in the address, so that a view can be shared and the back button works.
(function () {
  "use strict";

  // What a row tells; its labels are in every row.
  var SAID = ".when > :first-child, .summary, .who a, .from > a";
  var form = document.getElementById("filter");
  var rows = Array.prototype.map.call(document.querySelectorAll(".event"), read);
  if (!form || !rows.length) return;
  var fields = form.elements;
  var status = form.querySelector("[role=status]");
  var elsewhere = form.querySelector("a");
  var NAMES = ["q", "actor", "status", "date", "from", "to"];
  var PAUSE = 150;
  var timer = 0;

  // Letters without accents and capitals, as the search compares them. Voiced kana and the vowels of Indic
  // scripts are letters of their own: only marks of European scripts go.
  function fold(words) {
    return words.normalize("NFKD").replace(/[\u0300-\u036F]/g, "").normalize("NFKC").toLowerCase();
  }

  // The row that the address names, if it names one.
  function target() {
    try {
      return location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) {
      return null;
    }
  }

  // First and last year of a date: `199X` is 1990 to 1999, `../2024` has no first.
  function years(written) {
    var open = /^\[?\.\./.test(written), ongoing = /\.\.\]?$/.test(written);
    var found = (written.match(/(^|[^\d])-?[\dX]{4}(?=$|[^\dX])/g) || []).map(function (year) {
      return year.replace(/^[^\dX-]/, "").replace(/^-(?=-)/, "");
    });
    var number = function (year, digit) { return Number(year.replace(/X/g, year[0] === "-" ? 9 - digit : digit)); };
    if (!found.length) return null;
    return [open ? -Infinity : number(found[0], 0), ongoing ? Infinity : number(found[found.length - 1], 9)];
  }

  function read(row) {
    var date = row.querySelector(".when [data-edtf], .when time");
    var actors = {};
    row.querySelectorAll('.who a[href*="actors/"]').forEach(function (link) {
      actors[link.getAttribute("href").replace(/^.*\//, "").replace(/\.html$/, "")] = link.textContent;
    });
    var said = Array.prototype.map.call(row.querySelectorAll(SAID), function (part) { return part.textContent; });
    return {
      element: row,
      words: fold(said.join(" ")),
      actors: actors,
      status: (/\bis-(happened|planned|claimed|negated|period)\b/.exec(row.className) || [])[1] || "",
      date: row.classList.contains("is-uncertain") ? "uncertain" : "certain",
      years: date ? years(date.getAttribute("data-edtf") || date.getAttribute("datetime")) : null,
    };
  }

  // The actors of the list by name, each with the number of its rows.
  function offerActors() {
    var counts = {}, names = {};
    rows.forEach(function (row) {
      Object.keys(row.actors).forEach(function (id) {
        counts[id] = (counts[id] || 0) + 1;
        names[id] = row.actors[id];
      });
    });
    Object.keys(names).sort(function (one, other) { return names[one].localeCompare(names[other], document.documentElement.lang); })
      .forEach(function (id) { fields.actor.add(new Option(names[id] + " (" + counts[id] + ")", id)); });
  }

  function number(field) {
    var written = field.value.trim();
    return /^-?\d+$/.test(written) ? Number(written) : null;
  }

  function filter() {
    var words = fold(fields.q.value).split(/\s+/).filter(Boolean);
    var from = number(fields.from), to = number(fields.to);
    var shown = 0;
    rows.forEach(function (row) {
      var fits = words.every(function (word) { return row.words.includes(word); }) &&
        (!fields.actor.value || fields.actor.value in row.actors) &&
        (!fields.status.value || fields.status.value === row.status) &&
        (!fields.date.value || fields.date.value === row.date) &&
        (from === null || (row.years && row.years[1] >= from)) && (to === null || (row.years && row.years[0] <= to));
      row.element.hidden = !fits;
      if (fits) shown += 1;
    });
    document.querySelectorAll(".events").forEach(function (list) {
      var above = list.previousElementSibling;
      recount(list, above && above.tagName === "H3" ? above : null);
    });
    document.querySelectorAll("main > section").forEach(function (part) {
      if (part.querySelector(".event")) recount(part, part.querySelector("h2"));
    });
    pass(new URLSearchParams({ kind: "event" }));
    status.textContent = form.dataset.shown.replace("{0}", shown).replace("{1}", rows.length);
  }

  // A heading without rows goes with them; the others say how many of theirs are left: `2 / 14 events`.
  function recount(part, heading) {
    var all = part.querySelectorAll(".event").length;
    var left = part.querySelectorAll(".event:not([hidden])").length;
    part.hidden = !left;
    if (!heading) return;
    heading.hidden = !left;
    var count = heading.querySelector(".aside");
    if (!count) return;
    count.dataset.all = count.dataset.all || count.textContent;
    count.textContent = left < all ? left + " / " + count.dataset.all : count.dataset.all;
  }

  // The search of all events is given the words and years of the filter.
  function pass(query) {
    if (!elsewhere) return;
    ["q", "from", "to"].forEach(function (name) {
      if (fields[name].value) query.set(name, fields[name].value);
    });
    elsewhere.search = query.toString();
  }

  function remember() {
    var address = new URLSearchParams();
    NAMES.forEach(function (name) { if (fields[name].value) address.set(name, fields[name].value); });
    var query = address.toString();
    // A page from a folder may not be allowed to change its address; then it keeps the one it has.
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (refused) {
      return;
    }
  }

  function restore() {
    var address = new URLSearchParams(location.search);
    NAMES.forEach(function (name) { fields[name].value = address.get(name) || ""; });
    if (NAMES.some(function (name) { return fields[name].value; })) form.firstElementChild.open = true;
    filter();
    // A link to a row that the filter hides shows the row.
    var named = target();
    if (named && named.closest("[hidden]")) clear();
    else if (named) named.scrollIntoView();
  }

  function apply() {
    clearTimeout(timer);
    filter();
    remember();
  }

  function clear() {
    NAMES.forEach(function (name) { fields[name].value = ""; });
    apply();
  }

  offerActors();
  form.hidden = false;
  form.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(apply, PAUSE);
  });
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    apply();
  });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    clear();
  });
  window.addEventListener("popstate", restore);
  window.addEventListener("pageshow", function (event) { if (event.persisted) restore(); });
  window.addEventListener("hashchange", function () {
    var named = target();
    if (!named || !named.closest("[hidden]")) return;
    clear();
    named.scrollIntoView();
  });
  restore();
})();
