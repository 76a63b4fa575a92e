// Marks the words of a search in a document: those of `?hit=` in its address. Does and loads nothing
// where there are none.
(function () {
  "use strict";

  var asked = new URLSearchParams(location.search);
  var wanted = asked.get("hit");
  var text = document.querySelector(".reading");
  if (!wanted || !text) return;
  var own = document.currentScript.src;
  // What the bar says stands in the attributes of the script's element.
  var says = document.currentScript.dataset;
  var BLOCKS = "p, li, td, pre, h3, h4, h5";
  var MOST = 1000;
  var marks = [];

  var script = document.createElement("script");
  script.src = own.replace(/hits\.js$/, "words.js");
  script.onload = start;
  document.head.append(script);

  async function start() {
    var read = window.annalistSearch.reader(await window.annalistSearch.load("tables"));
    var terms = new Set(wanted.split(" ").filter(Boolean));
    text.querySelectorAll(BLOCKS).forEach(function (block) { markBlock(block, terms, read); });
    if (marks.length) showBar();
  }

  // Words may run over links and other marks: the block is read as one text.
  function markBlock(block, terms, read) {
    if (block.querySelector(BLOCKS)) return;
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    var nodes = [], whole = "";
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, from: whole.length });
      whole += walker.currentNode.data;
    }
    var words = read(whole).filter(function (word) { return terms.has(word.term); });
    words.reverse().forEach(function (word, at) {
      var before = words[at - 1];
      var to = before ? Math.min(word.to, before.from) : word.to;
      for (var part = nodes.length - 1; part >= 0 && marks.length < MOST; part--) {
        var from = Math.max(word.from - nodes[part].from, 0);
        var end = Math.min(to - nodes[part].from, nodes[part].node.data.length);
        if (from < end) mark(nodes[part].node, from, end);
      }
    });
  }

  function mark(node, from, end) {
    node.splitText(end);
    var found = node.splitText(from);
    var made = document.createElement("mark");
    made.className = "hit";
    found.replaceWith(made);
    made.append(found);
    marks.push(made);
  }

  function button(words, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  function showBar() {
    marks.sort(function (one, other) { return one.compareDocumentPosition(other) & 4 ? -1 : 1; });
    var bar = document.createElement("div");
    bar.className = "hits";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", says.label);
    var words = document.createElement("span");
    words.setAttribute("role", "status");
    var at = -1;
    var target = document.getElementById(location.hash.slice(1));
    var inside = target ? marks.filter(function (made) { return target.contains(made); }) : [];
    if (inside.length) at = marks.indexOf(inside[Math.min(Number(asked.get("at")) || 0, inside.length - 1)]) - 1;

    function go(step) {
      marks.forEach(function (made) { made.classList.remove("is-current"); });
      at = (at + step + marks.length) % marks.length;
      marks[at].classList.add("is-current");
      marks[at].scrollIntoView({ block: "center" });
      words.textContent = says.at.replace("{0}", at + 1).replace("{1}", marks.length);
    }
    bar.append(words, button(says.next, function () { go(1); }), button(says.previous, function () { go(-1); }), button(says.remove, function () {
      marks.forEach(function (made) {
        var parent = made.parentNode;
        made.replaceWith.apply(made, Array.from(made.childNodes));
        parent.normalize();
      });
      bar.remove();
    }));
    text.append(bar);
    go(1);
  }
})();
