// A form[data-busy] that was sent says so until the answer is there, and is not sent twice.
(function () {
  "use strict";

  function rest(form, is) {
    form.querySelectorAll("button[type=submit]").forEach(function (button) { button.disabled = is; });
    form.querySelectorAll(".busy").forEach(function (old) { old.remove(); });
  }

  function said(form, button) {
    var status = document.createElement("p");
    status.className = "busy";
    status.setAttribute("role", "status");
    button.after(status);
    status.textContent = form.dataset.busy;
  }

  document.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (!form.matches("form[data-busy]") || !button || event.defaultPrevented) return;
    // Afterwards: a button that is disabled would not be sent along.
    setTimeout(function () { rest(form, true); said(form, button); });
  });

  // Back in the history the form is as it was left.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-busy]").forEach(function (form) { rest(form, false); });
  });
})();
