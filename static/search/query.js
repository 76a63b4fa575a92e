// Search, part 2 of 3: a query becomes records in order. docs/search.md describes the index.
(function () {
  "use strict";

  var search = window.annalistSearch;
  var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  // What a word counts that is not the one asked for.
  var FORM = 0.8, BEGINNING = 0.6, CORRECTED = 0.5;
  // A beginning that leads to more shards of terms than this has to be longer.
  var MOST_SHARDS = 4;
  var MOST_BEGINNINGS = 100;
  // An address may hold any number of words.
  var MOST_WORDS = 24;
  var MOST_CORRECTIONS = 3;
  // Records whose words are looked at for a phrase, in order of weight.
  var MOST_FOR_PHRASE = 400;

  function valueOf(digit) {
    return DIGITS.indexOf(digit);
  }

  // The numbers of the shards that hold what lies between two places, by the first thing of each.
  function shardsBetween(firsts, from, to) {
    var low = 0;
    while (low + 1 < firsts.length && firsts[low + 1] < from) low++;
    var high = low;
    while (high + 1 < firsts.length && firsts[high + 1] <= to) high++;
    return firsts.length ? Array.from({ length: high - low + 1 }, function (_, at) { return low + at; }) : [];
  }

  // Adds records and weights of a line to a map.
  function readPostings(postings, into) {
    var record = 0, shift = 0, distance = 0;
    for (var at = 0; at < postings.length; at++) {
      var digit = valueOf(postings[at]);
      distance += (digit & 31) * Math.pow(2, shift);
      shift += 5;
      if (digit < 32) {
        record += distance;
        into.set(record, valueOf(postings[++at]));
        record += 1;
        shift = distance = 0;
      }
    }
  }

  // Terms of some shards that a test lets through: term → {postings: Map, forms: []}.
  async function termsOf(numbers, keep) {
    var found = new Map();
    var shards = await Promise.all(numbers.map(function (number) { return search.load("terms/" + number); }));
    shards.forEach(function (lines) {
      lines.split("\n").forEach(function (line) {
        var end = line.indexOf(" ");
        var term = line.slice(0, end);
        if (end < 0 || !keep(term)) return;
        var parts = line.slice(end + 1).split(" ");
        var known = found.get(term) || { postings: new Map(), forms: [] };
        readPostings(parts[0], known.postings);
        if (parts[1]) known.forms = parts[1].split(",");
        found.set(term, known);
      });
    });
    return found;
  }

  function termsNamed(index, names) {
    var wanted = new Set(names);
    var numbers = new Set();
    wanted.forEach(function (name) { shardsBetween(index.terms, name, name).forEach(function (at) { numbers.add(at); }); });
    return termsOf(Array.from(numbers), function (term) { return wanted.has(term); });
  }

  // Insertions, deletions, exchanges and swaps of neighbours between two words, or more than `most`.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = [], last = [], row;
    for (var start = 0; start <= other.length; start++) last.push(start);
    for (var i = 1; i <= one.length; i++) {
      row = [i];
      var least = i;
      for (var j = 1; j <= other.length; j++) {
        var same = one[i - 1] === other[j - 1];
        var cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[other.length];
  }

  // The words nearest to one that no text has; those of most texts first.
  async function corrections(index, word) {
    var most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
    if (most === 0 || /\p{N}/u.test(word)) return [];
    var best = most, found = [];
    for (var length = word.length - most; length <= word.length + most; length++) {
      var shards = await Promise.all((index.spellings[length] || []).map(function (number) { return search.load("spellings/" + number); }));
      shards.forEach(function (shard) {
        var words = shard[length];
        for (var at = 0; at < words.length; at += length) {
          var candidate = words.slice(at, at + length);
          var far = distance(word, candidate, best);
          if (far < best) found = [];
          if (far <= best) {
            best = far;
            found.push(candidate);
          }
        }
      });
    }
    var terms = await termsNamed(index, found);
    return Array.from(terms).sort(function (one, other) {
      return other[1].postings.size - one[1].postings.size || (one[0] < other[0] ? -1 : 1);
    }).slice(0, MOST_CORRECTIONS);
  }

  // The words of a query: {words: [{term, shown, beginning}], phrases: [[term]]}. `shown` is what was typed.
  function parse(query, read) {
    var parsed = { words: [], phrases: [] };
    var open = /(?:^|\s)["“„«「『]([^"”“»」』]*)["”“»」』]?/g;
    var rest = query.replace(open, function (_, phrase) {
      var words = read(phrase).filter(function (word) { return !word.tail; });
      var terms = words.map(function (word) { return word.term; });
      if (terms.length > 1) parsed.phrases.push(terms);
      words.forEach(function (word) {
        parsed.words.push({ term: word.term, shown: phrase.slice(word.from, word.to), beginning: false });
      });
      return " \n ";
    });
    var words = read(rest).filter(function (word) { return !word.tail; });
    // Pairs of letters of one run overlap: together they are a phrase.
    var run = [];
    words.forEach(function (word, at) {
      run.push(word);
      if (at + 1 < words.length && words[at + 1].from < word.to) return;
      var shown = rest.slice(run[0].from, word.to);
      var isLast = at + 1 === words.length && word.to === rest.length;
      if (run.length > 1) parsed.phrases.push(run.map(function (part) { return part.term; }));
      run.forEach(function (part) {
        parsed.words.push({ term: part.term, shown: shown, beginning: isLast && run.length === 1 });
      });
      run = [];
    });
    return parsed;
  }

  // What stands for a word of the query: {word (as typed), terms: Map term → {postings, factor}, corrected}.
  async function alternatives(index, word) {
    var slot = { word: word.shown, terms: new Map(), corrected: [] };
    function add(term, known, factor) {
      if (!slot.terms.has(term)) slot.terms.set(term, { postings: known.postings, factor: factor });
    }
    var exact = (await termsNamed(index, [word.term])).get(word.term);
    if (exact) {
      add(word.term, exact, 1);
      (await termsNamed(index, exact.forms)).forEach(function (known, term) { add(term, known, FORM); });
    }
    var isLong = word.term.length > 1 || /[^\u0000-\u024F]/.test(word.term);
    var shards = shardsBetween(index.terms, word.term, word.term + "\uFFFF");
    if (word.beginning && isLong && shards.length <= MOST_SHARDS) {
      var begun = await termsOf(shards, function (term) { return term.startsWith(word.term); });
      Array.from(begun).sort(function (one, other) { return other[1].postings.size - one[1].postings.size; })
        .slice(0, MOST_BEGINNINGS).forEach(function (entry) { add(entry[0], entry[1], BEGINNING); });
    }
    if (slot.terms.size === 0) {
      (await corrections(index, word.term)).forEach(function (entry) {
        slot.corrected.push(entry[0]);
        add(entry[0], entry[1], CORRECTED);
      });
    }
    return slot;
  }

  // Records that have every word: record → weight.
  function records(index, slots) {
    var sums = null;
    slots.forEach(function (slot) {
      var own = new Map();
      slot.terms.forEach(function (known) {
        var rarity = Math.log(1 + index.records / known.postings.size);
        known.postings.forEach(function (weight, record) {
          if (sums && !sums.has(record)) return;
          own.set(record, Math.max(own.get(record) || 0, known.factor * rarity * weight));
        });
      });
      own.forEach(function (weight, record) { own.set(record, weight + (sums ? sums.get(record) : 0)); });
      sums = own;
    });
    return sums || new Map();
  }

  // A record with its words: {record, title, href, note, when, language, passages: [[anchor, text]]}.
  async function record(index, number) {
    var shards = await Promise.all(shardsBetween(index.texts, number, number).map(function (at) { return search.load("texts/" + at); }));
    var found = null;
    shards.forEach(function (entries) {
      entries.forEach(function (entry) {
        if (entry[0] !== number) return;
        if (found) found.passages = found.passages.concat(entry[6]);
        else found = { record: number, title: entry[1], href: entry[2], note: entry[3], when: entry[4], language: entry[5], passages: entry[6] };
      });
    });
    return found;
  }

  // True where terms stand one behind the other. A word of a phrase may have another form, no correction.
  function hasPhrase(words, phrase) {
    return words.some(function (_, at) {
      return phrase.every(function (term, step) { return words[at + step] && words[at + step].term === term; });
    });
  }

  function textsOf(found) {
    return [found.title, found.note, found.when].concat(found.passages.map(function (passage) { return passage[1]; }));
  }

  async function withPhrases(index, phrases, order, read) {
    var kept = [];
    for (var at = 0; at < order.length && at < MOST_FOR_PHRASE; at++) {
      var found = await record(index, order[at]);
      var texts = textsOf(found).map(function (text) { return read(text).filter(function (word) { return !word.tail; }); });
      var hasAll = phrases.every(function (phrase) { return texts.some(function (words) { return hasPhrase(words, phrase); }); });
      if (hasAll) kept.push(order[at]);
    }
    return kept;
  }

  // The part of a kind that lies in some years; nothing where it has none of them.
  function within(kind, from, to) {
    if (from === null && to === null) return [kind.first, kind.end];
    var first = kind.undated, end = kind.first;
    kind.years.forEach(function (entry, at) {
      var after = at + 1 < kind.years.length ? kind.years[at + 1][1] : kind.undated;
      if ((from === null || entry[0] >= from) && (to === null || entry[0] <= to)) {
        first = Math.min(first, entry[1]);
        end = Math.max(end, after);
      }
    });
    return [first, Math.max(first, end)];
  }

  // asked: {query, kind, from, to}; gives {groups: [{kind, records}], slots, terms, missing, cut}.
  async function run(asked) {
    var index = await search.load("index");
    var read = search.reader(await search.load("tables"));
    var parsed = parse(asked.query, read);
    var slots = await Promise.all(parsed.words.slice(0, MOST_WORDS).map(function (word) { return alternatives(index, word); }));
    var weights = records(index, slots);
    var parts = index.kinds.filter(function (kind) { return !asked.kind || kind.kind === asked.kind; }).map(function (kind) {
      return { kind: kind.kind, range: within(kind, asked.from, asked.to) };
    });
    var order = Array.from(weights.keys()).filter(function (number) {
      return parts.some(function (part) { return number >= part.range[0] && number < part.range[1]; });
    }).sort(function (one, other) { return weights.get(other) - weights.get(one) || one - other; });
    var candidates = order.length;
    if (parsed.phrases.length) order = await withPhrases(index, parsed.phrases, order, read);
    return {
      groups: parts.map(function (part) {
        return { kind: part.kind, records: order.filter(function (number) { return number >= part.range[0] && number < part.range[1]; }) };
      }).filter(function (group) { return group.records.length > 0; }),
      slots: slots,
      phrases: parsed.phrases,
      read: read,
      missing: Array.from(new Set(slots.filter(function (slot) { return slot.terms.size === 0; }).map(function (slot) { return slot.word; }))),
      corrected: slots.filter(function (slot) { return slot.corrected.length > 0; }),
      cut: parsed.phrases.length > 0 && candidates > MOST_FOR_PHRASE,
      record: function (number) { return record(index, number); },
    };
  }

  search.run = run;
  search.hasPhrase = hasPhrase;
  search.distance = distance;
})();
