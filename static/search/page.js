// Search, part 3 of 3: the form, the results, the addresses. Words of documents reach the page as text
// nodes and never as HTML. What the page itself says stands in the attributes of `#status`, with `{0}` and
// `{1}` for what is put in.
(function () {
  "use strict";

  var search = window.annalistSearch;
  var form = document.getElementById("search");
  var status = document.getElementById("status");
  var results = document.getElementById("results");
  // Results of a kind that are shown at first: among others, alone, and with each further step.
  var AMONG_OTHERS = 5, ALONE = 20, STEP = 20;
  var SNIPPET = 260;
  var MOST_HITS = 20;
  var PAUSE = 200;
  // Who waits longer, in milliseconds, is told so.
  var PATIENCE = 500;
  var latest = 0;
  var timer = 0;

  function element(name, words, className) {
    var made = document.createElement(name);
    if (words) made.textContent = words;
    if (className) made.className = className;
    return made;
  }

  function tell(name) {
    var values = Array.prototype.slice.call(arguments, 1);
    return (status.dataset[name] || "").replace(/\{(\d)\}/g, function (place, at) { return values[at]; });
  }

  // The name of a kind, as the form has it.
  function named(kind) {
    return form.elements.kind.querySelector('option[value="' + kind + '"]').textContent;
  }

  function year(field) {
    var written = form.elements[field].value.trim();
    return /^-?\d+$/.test(written) ? Number(written) : null;
  }

  function asked() {
    return { query: form.elements.q.value, kind: form.elements.kind.value, from: year("from"), to: year("to") };
  }

  // The words of a text that the search found, with the number of the query's word.
  function hits(found, text) {
    return found.read(text).filter(function (word) {
      word.slots = [];
      found.slots.forEach(function (slot, at) { if (slot.terms.has(word.term)) word.slots.push(at); });
      return word.slots.length > 0;
    });
  }

  // Appends a text with its hits marked.
  function appendMarked(parent, text, words, from, to) {
    var at = from;
    words.forEach(function (word) {
      var start = Math.max(word.from, at), end = Math.min(word.to, to);
      if (start >= end) return;
      parent.append(text.slice(at, start));
      var last = parent.lastChild;
      if (start === at && last && last.nodeName === "MARK") last.textContent += text.slice(start, end);
      else parent.append(element("mark", text.slice(start, end)));
      at = end;
    });
    parent.append(text.slice(at, to));
  }

  // The passage that has most of the words, the first of equals.
  function bestPassage(found, entry) {
    var best = null;
    entry.passages.forEach(function (passage) {
      var words = hits(found, passage[1]);
      var slots = new Set(words.flatMap(function (word) { return word.slots; }));
      var read = null;
      var phrases = found.phrases.filter(function (phrase) {
        read = read || found.read(passage[1]).filter(function (word) { return !word.tail; });
        return search.hasPhrase(read, phrase);
      }).length;
      var score = slots.size + 10 * phrases;
      if (words.length && (!best || score > best.score)) best = { score: score, anchor: passage[0], text: passage[1], words: words };
    });
    return best;
  }

  // The stretch of a passage around its densest hits, cut between words, and the number of the first.
  function stretch(passage) {
    if (passage.text.length <= SNIPPET) return [0, passage.text.length, 0];
    // Found by its note alone, such as the speaker: the beginning.
    if (!passage.words.length) return [0, passage.text.lastIndexOf(" ", SNIPPET) + 1 || SNIPPET, 0];
    var best = passage.words[0], most = 0;
    passage.words.forEach(function (first, at) {
      var seen = new Set();
      for (var next = at; next < passage.words.length && passage.words[next].to <= first.from + SNIPPET - 60; next++) {
        passage.words[next].slots.forEach(function (slot) { seen.add(slot); });
      }
      if (seen.size > most) {
        most = seen.size;
        best = first;
      }
    });
    var from = Math.max(0, best.from - 60), to = Math.min(passage.text.length, from + SNIPPET);
    if (from > 0) {
      var space = passage.text.indexOf(" ", from);
      from = space >= 0 && space < best.from ? space + 1 : best.from;
    }
    if (to < passage.text.length) {
      var last = passage.text.lastIndexOf(" ", to);
      var least = Math.max(best.to, from + SNIPPET / 2);
      to = last > least ? last : to + (/[\uDC00-\uDFFF]/.test(passage.text[to]) ? 1 : 0);
    }
    return [from, to, passage.words.indexOf(best)];
  }

  function snippet(passage) {
    var paragraph = element("p", "", "snippet");
    paragraph.dir = "auto";
    var ends = stretch(passage);
    if (ends[0] > 0) paragraph.append("… ");
    appendMarked(paragraph, passage.text, passage.words, ends[0], ends[1]);
    if (ends[1] < passage.text.length) paragraph.append(" …");
    return paragraph;
  }

  // The address of the place, with the words to mark there and which of them is shown.
  function address(entry, passage, found) {
    var parts = entry.href.split("#");
    var anchor = (passage && passage.anchor) || parts[1] || "";
    var terms = new Set();
    entry.passages.forEach(function (other) { hits(found, other[1]).forEach(function (word) { terms.add(word.term); }); });
    var isText = parts[0].startsWith("documents/") && terms.size > 0;
    var hit = isText ? "?hit=" + encodeURIComponent(Array.from(terms).slice(0, MOST_HITS).join(" ")) : "";
    var first = hit && passage.anchor ? stretch(passage)[2] : 0;
    if (first > 0) hit += "&at=" + first;
    return parts[0] + hit + (anchor ? "#" + anchor : "");
  }

  function item(entry, found) {
    var made = element("li");
    var passage = bestPassage(found, entry);
    var link = element("a");
    link.href = address(entry, passage, found);
    link.dir = "auto";
    if (entry.language && entry.language !== document.documentElement.lang) made.lang = entry.language;
    if (entry.title) {
      appendMarked(link, entry.title, hits(found, entry.title), 0, entry.title.length);
    } else {
      var whole = snippet(passage || { text: entry.passages.length ? entry.passages[0][1] : "…", words: [] });
      link.append.apply(link, Array.from(whole.childNodes));
    }
    made.append(link);
    if (entry.title && passage) made.append(snippet(passage));
    var below = [entry.when, entry.note].filter(Boolean);
    if (below.length) {
      var line = element("span", "", "counts");
      var words = below.join(" · ");
      appendMarked(line, words, hits(found, words), 0, words.length);
      made.append(line);
    }
    return made;
  }

  async function append(list, group, found, count) {
    var from = list.childElementCount;
    var entries = await Promise.all(group.records.slice(from, from + count).map(found.record));
    entries.forEach(function (entry) { list.append(item(entry, found)); });
    return list.children[from];
  }

  async function section(group, found, first) {
    var made = element("section");
    var heading = element("h2", named(group.kind) + " ");
    heading.id = "found-" + group.kind;
    heading.append(element("span", String(group.records.length), "aside"));
    made.setAttribute("aria-labelledby", heading.id);
    var list = element("ol", "", "rows");
    await append(list, group, found, first);
    made.append(heading, list);
    if (group.records.length > first) {
      var more = element("button", tell("more", named(group.kind)));
      more.type = "button";
      more.addEventListener("click", async function () {
        if (more.getAttribute("aria-busy")) return;
        more.setAttribute("aria-busy", "true");
        var added = await append(list, group, found, STEP);
        more.removeAttribute("aria-busy");
        if (list.childElementCount >= group.records.length) more.remove();
        if (added) added.querySelector("a").focus();
      });
      made.append(more);
    }
    return made;
  }

  function say(found, question) {
    var quoted = function (words) {
      return words.map(function (word) { return tell("quoted", word); }).join(tell("comma"));
    };
    var said = found.corrected.map(function (slot) { return tell("corrected", quoted([slot.word]), quoted(slot.corrected)); });
    var counts = found.groups.map(function (group) { return named(group.kind) + " " + group.records.length; });
    var isFiltered = question.kind || question.from !== null || question.to !== null;
    if (found.missing.length) said.push(tell("missing", quoted(found.missing)));
    else if (!counts.length) said.push(tell(isFiltered ? "filtered" : "nothing"));
    else said.push(tell("found", counts.join(tell("comma"))));
    if (counts.length && found.cut) said.push(tell("cut"));
    return said.join(" ");
  }

  function remember() {
    var address = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value) address.set(name, value); });
    var query = address.toString();
    // A page from a folder may not be allowed to change its address; then it keeps the one it has.
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : ""));
    } catch (refused) {
      return;
    }
  }

  async function answer() {
    clearTimeout(timer);
    var own = ++latest;
    var question = asked();
    remember();
    if (!question.query.trim()) {
      status.textContent = "";
      results.replaceChildren();
      return;
    }
    var waiting = setTimeout(function () { if (own === latest) status.textContent = tell("searching"); }, PATIENCE);
    try {
      var found = await search.run(question);
      var first = found.groups.length > 1 ? AMONG_OTHERS : ALONE;
      var sections = await Promise.all(found.groups.map(function (group) { return section(group, found, first); }));
      if (own !== latest) return;
      results.replaceChildren.apply(results, sections);
      status.textContent = say(found, question);
    } catch (failure) {
      if (own !== latest) return;
      results.replaceChildren();
      status.textContent = tell("failed", failure.message);
    } finally {
      clearTimeout(waiting);
    }
  }

  function restore() {
    var address = new URLSearchParams(location.search);
    ["q", "kind", "from", "to"].forEach(function (name) { if (address.has(name)) form.elements[name].value = address.get(name); });
    if (form.elements.q.value) answer();
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    answer();
  });
  form.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  restore();
})();
