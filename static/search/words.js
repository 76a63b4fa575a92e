// Search, part 1 of 3: loading the index, and words cut and folded as src/search/words.rs does it.
// Classic scripts, no fetch, no module, no eval: the site must work from a folder and under a strict
// content security policy. Licence: that of Annalist.
(function () {
  "use strict";

  var base = document.currentScript.src.replace(/static\/search\/[^/]*$/, "search/");
  var values = new Map();
  var loading = new Map();

  // The files of the index call this.
  function annalistSearch(name, value) {
    values.set(name, value);
  }

  // The value of a file of the index, loaded once.
  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = base + name + ".js";
        script.onload = function () {
          script.remove();
          if (values.has(name)) done(values.get(name));
          else failed(new Error(name));
          values.delete(name);
        };
        script.onerror = function () {
          script.remove();
          loading.delete(name);
          failed(new Error(name));
        };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  var LONGEST_WORD = 40;
  var UNIT = /[^](?:[\p{M}\u1160-\u11FF\uFF9E\uFF9F]){0,8}/gu;
  var OF_WORD = /[\p{Alphabetic}\p{N}\p{M}]/u;
  var NOT_OF_WORD = /[^\p{Alphabetic}\p{N}\p{M}]/gu;
  var ALPHABETIC = /^\p{Alphabetic}/u;
  var LETTER = "letter", FIGURE = "figure", UNSPACED = "unspaced", POINT = "point";
  var APOSTROPHE = "apostrophe", NOTHING = "nothing", GAP = "gap";

  function characterClass(ranges) {
    return ranges.map(function (range) {
      return "\\u{" + range[0].toString(16) + "}-\\u{" + range[1].toString(16) + "}";
    }).join("");
  }

  // A function that gives the words of a text: {term, from, to, tail}, places in units of UTF-16. `tail` is
  // the last letter of a run without spaces.
  function reader(tables) {
    var accents = new RegExp("[" + characterClass(tables.accents) + "]", "gu");
    var unspaced = new RegExp("^[" + characterClass(tables.unspaced) + "]", "u");
    var known = new Map();

    function fold(unit) {
      var bare = unit.normalize("NFKD").toLowerCase().replace(accents, "");
      var folded = "";
      for (var letter of bare) {
        folded += Object.hasOwn(tables.folds, letter) ? tables.folds[letter] : letter;
      }
      return folded.normalize("NFC");
    }

    function roleOf(folded) {
      if (!folded) return NOTHING;
      if (folded[0] === ".") return POINT;
      if (folded[0] === "'") return APOSTROPHE;
      if (unspaced.test(folded)) return UNSPACED;
      if (ALPHABETIC.test(folded)) return LETTER;
      return OF_WORD.test(String.fromCodePoint(folded.codePointAt(0))) ? FIGURE : GAP;
    }

    // Every text has the same few letters.
    function unitOf(written) {
      var unit = known.get(written);
      if (!unit) {
        var folded = fold(written);
        unit = { folded: folded, role: roleOf(folded) };
        if (known.size < 5000) known.set(written, unit);
      }
      return unit;
    }

    return function words(text) {
      var units = [];
      for (var match of text.matchAll(UNIT)) units.push({ unit: unitOf(match[0]), from: match.index, to: match.index + match[0].length });
      var found = [];
      var word = null;
      var afterApostrophe = false;
      var run = [];

      function isWord(role) {
        return role === LETTER || role === FIGURE;
      }
      function roleAt(at) {
        return at < units.length ? units[at].unit.role : GAP;
      }
      function push(place) {
        if (!word) {
          word = { term: "", from: place.from, to: 0, length: 0, initials: place.unit.role === LETTER, open: false, ending: afterApostrophe };
        } else if (word.open) word.initials = false;
        afterApostrophe = false;
        word.open = true;
        word.to = place.to;
        word.length += 1;
        if (word.length <= LONGEST_WORD) word.term += place.unit.folded.replace(NOT_OF_WORD, "");
      }
      function endWord() {
        if (word && !(word.ending && word.term === "s")) found.push({ term: word.term, from: word.from, to: word.to, tail: false });
        word = null;
        afterApostrophe = false;
      }
      function endRun() {
        for (var at = 0; at + 1 < run.length; at++) {
          found.push({ term: run[at].unit.folded + run[at + 1].unit.folded, from: run[at].from, to: run[at + 1].to, tail: false });
        }
        var last = run[run.length - 1];
        if (last) found.push({ term: last.unit.folded, from: last.from, to: last.to, tail: run.length > 1 });
        run = [];
      }

      units.forEach(function (place, at) {
        var role = place.unit.role;
        if (role === NOTHING) return;
        if (role !== UNSPACED) endRun();
        if (isWord(role)) push(place);
        else if (role === POINT && word && word.initials && word.open && roleAt(at + 1) === LETTER && !isWord(roleAt(at + 2))) {
          word.open = false;
        } else if (role === UNSPACED) {
          endWord();
          run.push(place);
        } else if (role === APOSTROPHE) {
          var hadWord = word !== null;
          endWord();
          afterApostrophe = hadWord;
        } else endWord();
      });
      endWord();
      endRun();
      return found;
    };
  }

  annalistSearch.load = load;
  annalistSearch.reader = reader;
  window.annalistSearch = annalistSearch;
})();
