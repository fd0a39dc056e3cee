// Gives a form[data-upload] a progress bar and spoken status. Without this script the form posts as it is.
(function () {
  "use strict";

  function show(form) {
    var room = form.querySelector(".upload-progress");
    var bar = room.querySelector("progress");
    var status = room.querySelector("[role=status]");
    var button = form.querySelector("button[type=submit]");
    room.hidden = false;
    return {
      moved: function (share) { bar.value = 100 * share; },
      said: function (text) { status.textContent = text; },
      busy: function (is) { button.disabled = is; if (!is) bar.value = 0; }
    };
  }

  function send(form) {
    var view = show(form), texts = form.dataset, request = new XMLHttpRequest();
    var failed = function () { view.busy(false); view.said(texts.failed); };
    request.upload.onprogress = function (event) { if (event.lengthComputable) view.moved(event.loaded / event.total); };
    request.upload.onload = function () { view.said(texts.checking); };
    request.onerror = failed;
    request.onload = function () { arrived(request, failed); };
    view.said(texts.sending);
    request.open("POST", form.action);
    request.send(new FormData(form));
    view.busy(true);
  }

  // The answer is a redirect (Post/Redirect/Get): go where it led. Any other page is shown as the server sent it.
  function arrived(request, failed) {
    var target = request.responseURL;
    if (request.status === 0) return failed();
    if (request.status < 400 && target) return window.location.assign(target);
    if (/html/.test(request.getResponseHeader("Content-Type") || "")) {
      document.open();
      document.write(request.responseText);
      document.close();
    } else failed();
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.matches("form[data-upload]") || !window.FormData || event.defaultPrevented) return;
    event.preventDefault();
    send(form);
  });
})();
