// Makes a page that came as HTML interactive when a reader asks for it: Dash is loaded into a hidden root,
// draws the same page there, and takes the place of what was served; where the reader is, stays.
(function () {
  "use strict";
  var PATIENCE = 60000, PAUSE = 50, AFTER_TYPING = 300, QUIET = 300;
  // Of our own scripts only those that draw; the others serve the forms of the office.
  var NEEDED = /\/assets\/(native|plotly_de)\.js|\/_dash-component-suites\/(?!dash\/dash_table\/)/;
  var entry = "react-entry-point", asked = false;

  function served() { return !document.getElementById(entry) || !!document.querySelector("[data-hidden-root]"); }

  function root() {
    var box = document.createElement("div"), inner = document.createElement("div");
    box.setAttribute("data-hidden-root", "");
    box.inert = true;
    inner.id = entry;
    box.appendChild(inner);
    document.body.appendChild(box);
    return box;
  }

  // Scripts one after the other: those of Dash build on each other, and the last, written into the page, starts it.
  function load(start) {
    var config = start.getElementById("_dash-config");
    document.body.appendChild(document.importNode(config, true));
    var have = Array.from(document.scripts, function (script) { return script.src.split("?")[0]; });
    return Array.from(start.scripts).reduce(function (before, script) {
      return before.then(function () { return run(script, have); });
    }, Promise.resolve());
  }

  function run(script, have) {
    if (script.type === "application/json" || (script.src && !NEEDED.test(script.src))) return undefined;
    if (script.src && have.indexOf(script.src.split("?")[0]) >= 0) return undefined;
    var made = document.createElement("script");
    if (!script.src) {
      made.textContent = script.textContent;
      document.body.appendChild(made);
      return undefined;
    }
    return new Promise(function (resolve, reject) {
      made.src = script.src;
      made.onload = resolve;
      made.onerror = function () { reject(new Error(script.src)); };
      document.body.appendChild(made);
    });
  }

  function isDrawn(box) {
    if (!box.querySelector("main")) return false;
    return Array.from(box.querySelectorAll(".graph")).every(function (graph) {
      return graph.getClientRects().length === 0 || graph.querySelector(".main-svg");
    });
  }

  // Plotly follows the room it has in several strokes: it is done once nothing changed for a while.
  function settled(box) {
    return new Promise(function (resolve) {
      var timer = 0;
      var observer = new MutationObserver(wait);
      function wait() {
        clearTimeout(timer);
        timer = setTimeout(function () { observer.disconnect(); resolve(); }, QUIET);
      }
      observer.observe(box, { attributes: true, childList: true, subtree: true });
      wait();
    });
  }

  function drawn(box) {
    return new Promise(function (resolve, reject) {
      var until = Date.now() + PATIENCE;
      (function look() {
        if (isDrawn(box)) requestAnimationFrame(function () { requestAnimationFrame(resolve); });
        else if (Date.now() > until) reject(new Error("not drawn in time"));
        else setTimeout(look, PAUSE);
      })();
    });
  }

  // A chart keeps the height of the drawing it replaces, so that nothing below it moves.
  function fitCharts(box) {
    document.querySelectorAll("body > :not([data-hidden-root]) figure[id]").forEach(function (figure) {
      var graph = box.querySelector("#" + CSS.escape(figure.id) + " .graph");
      var chart = figure.querySelector("svg:not([hidden])") && figure.querySelector("[id$='-chart']");
      if (graph && chart && chart.offsetHeight) graph.style.blockSize = chart.offsetHeight + "px";
    });
    window.dispatchEvent(new Event("resize"));
  }

  function copyEntries(from, to) {
    from.querySelectorAll("input[id], select[id], textarea[id]").forEach(function (old) {
      var field = to.querySelector("#" + CSS.escape(old.id));
      if (!field || old.type === "hidden") return;
      if (old.type === "checkbox" || old.type === "radio") field.checked = old.checked;
      else field.value = old.value;
    });
    var opened = to.querySelectorAll("details");
    from.querySelectorAll("details").forEach(function (old, at) { if (opened[at]) opened[at].open = old.open; });
  }

  function swap(box) {
    var old = Array.from(document.body.children).filter(function (each) {
      return each !== box && each.tagName !== "SCRIPT";
    });
    var focused = document.activeElement, id = focused && focused.id, selection = null;
    if (id && typeof focused.selectionStart === "number") selection = [focused.selectionStart, focused.selectionEnd];
    var figure = focused && focused.closest && focused.closest("figure[id]");
    var mark = id || (figure && figure.id), before = mark && document.getElementById(mark).getBoundingClientRect().top;
    var top = window.scrollY;
    old.forEach(function (each) { copyEntries(each, box); });
    old.forEach(function (each) { each.remove(); });
    box.inert = false;
    box.removeAttribute("data-hidden-root");
    window.scrollTo({ top: top, behavior: "instant" });
    var place = mark && document.getElementById(mark);
    if (place) window.scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
    var next = id ? document.getElementById(id) : figure && box.querySelector("#" + CSS.escape(figure.id) + " [data-interactive]");
    if (next) next.focus({ preventScroll: true });
    if (next && selection && next.setSelectionRange) next.setSelectionRange(selection[0], selection[1]);
  }

  function say(button, name) {
    var status = button && button.parentElement.querySelector("[role=status]");
    if (status) status.textContent = name ? button.dataset[name] : "";
  }

  function begin(button) {
    if (asked) return;
    asked = true;
    say(button, "loading");
    var box = null;
    fetch(document.querySelector("[data-interactive-start]").dataset.interactiveStart)
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      })
      .then(function (text) {
        box = root();
        return load(new DOMParser().parseFromString(text, "text/html"));
      })
      .then(function () { return drawn(box); })
      .then(function () { fitCharts(box); return settled(box); })
      .then(function () {
        swap(box);
        new MutationObserver(goOn).observe(box, { childList: true, subtree: true });
        live();
      })
      .catch(function () { say(button, "failed"); });
  }

  // In a page that Dash has drawn, a filter acts as one types: the address changes, and Dash asks for its page.
  // Dash makes the fields anew; what is being typed, and the cursor, go over to the new one.
  var waiting = 0, typing = null;
  function note(field) {
    var has = typeof field.selectionStart === "number";
    typing = { id: field.id, value: field.value, from: has ? field.selectionStart : null, to: has ? field.selectionEnd : null };
  }

  function goOn() {
    var field = typing && document.getElementById(typing.id);
    if (!field || field === document.activeElement) return;
    field.value = typing.value;
    field.focus({ preventScroll: true });
    if (typing.from !== null && field.setSelectionRange) field.setSelectionRange(typing.from, typing.to);
  }

  function live() {
    var form = document.querySelector("form[data-live]");
    if (!form || served()) return;
    var query = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value) query.append(name, value); });
    var text = query.toString();
    if (text === window.location.search.slice(1)) return;
    window.history.replaceState(null, "", window.location.pathname + (text ? "?" + text : ""));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  document.addEventListener("input", function (event) {
    if (!event.target.closest || !event.target.closest("form[data-live]")) return;
    note(event.target);
    if (served()) { begin(null); return; }
    clearTimeout(waiting);
    waiting = setTimeout(live, AFTER_TYPING);
  });

  document.addEventListener("focusin", function (event) {
    if (typing && event.target.id !== typing.id) typing = null;
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-interactive]");
    if (!button) return;
    if (button.getAttribute("aria-pressed") === "true") window.location.reload();
    else begin(button);
  });
})();
