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
    request.setRequestHeader("Accept", "application/json, text/html;q=0.9");
    request.send(new FormData(form));
    view.busy(true);
  }

  // The answer names the place to go to; bar and words stay until it is there. Any other answer is a page.
  function arrived(request, failed) {
    var type = request.getResponseHeader("Content-Type") || "";
    if (request.status === 200 && /json/.test(type)) {
      window.location.assign(JSON.parse(request.responseText).location);
    } else if (/html/.test(type)) {
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
