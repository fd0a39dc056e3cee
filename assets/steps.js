// The steps of an import: the focus goes to what was asked for, and what was typed is kept on the way to another step.
(function () {
  "use strict";

  // Once for each page that is loaded: to the cell or finding that the address names, else to the heading.
  function arrive() {
    var heading = document.getElementById("schritt");
    if (!heading) return false;
    var name = decodeURIComponent(window.location.hash.slice(1));
    var wanted = (name && document.getElementById(name)) || (name ? null : document.querySelector(".faults [role=alert]"));
    focus(wanted || heading, !!wanted);
    return true;
  }

  function focus(element, isWanted) {
    if (!element.matches("a, button, input, select, textarea, [tabindex]")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    if (isWanted) element.scrollIntoView({ block: "center", inline: "center" });
  }

  function texts(form) {
    return new URLSearchParams(new FormData(form)).toString();
  }

  var kept = new WeakMap();
  document.addEventListener("focusin", function (event) {
    var form = event.target.form;
    if (form && form.matches("form[data-keep]") && !kept.has(form)) kept.set(form, texts(form));
  });

  // A link to another step first sends what was changed in the form of this one.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".stepper a, .sheet-choice a, .pager a");
    var form = document.querySelector("form[data-keep]");
    if (!link || !/\/pruefung\//.test(link.pathname) || !form || !kept.has(form) || kept.get(form) === texts(form)) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    add(form, "act", form.dataset.keep);
    add(form, "to", link.pathname + link.search);
    form.submit();
  });

  function add(form, name, value) {
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.appendChild(field);
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (arrive()) return;
    var watch = new MutationObserver(function () { if (arrive()) watch.disconnect(); });
    watch.observe(document.body, { childList: true, subtree: true });
  });
})();
