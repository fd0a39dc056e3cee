// While a file is checked or taken over: stage and count in words, and a button to cancel. Without it one simply waits.
(function () {
  "use strict";
  var batch = /^(.*\/intern\/[^/]+\/daten\/pruefung\/[^/]+)(\/|$)/.exec(window.location.pathname);
  if (!batch) return;
  var address = batch[1] + "/vorgang", room = null, EVERY_MS = 1000;

  function isWaiting() {
    return !document.querySelector(".page") || document.querySelector(".busy");
  }

  function ask() {
    if (!isWaiting()) return gone();
    fetch(address, { credentials: "same-origin" })
      .then(function (answer) { return answer.status === 200 ? answer.json() : null; })
      .then(function (said) { if (said && isWaiting()) show(said); })
      .catch(function () {})
      .then(function () { setTimeout(ask, EVERY_MS); });
  }

  function gone() {
    if (room) room.remove();
    room = null;
  }

  function part(tag, name) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    return room.appendChild(element);
  }

  function make(said) {
    var busy = document.querySelector(".busy");
    room = document.createElement("div");
    room.className = "underway";
    room.stage = part("p");
    room.stage.setAttribute("role", "status");
    room.bar = part("progress");
    room.bar.max = 1;
    room.counted = part("span", "muted");
    room.button = part("button", "button button-secondary");
    room.button.type = "button";
    room.button.textContent = said.cancel;
    room.button.addEventListener("click", function () { cancel(said); });
    if (busy) return busy.after(room);
    // Before the page is there, nothing is around it that a listener could leap to.
    var main = document.querySelector("main");
    if (!main) { room.setAttribute("role", "region"); room.setAttribute("aria-label", said.stage); }
    (main || document.body).appendChild(room);
  }

  function show(said) {
    if (!room) make(said);
    // Only a new stage is announced: a count every second would be noise.
    if (room.stage.textContent !== said.stage && !room.button.disabled) room.stage.textContent = said.stage;
    room.counted.textContent = said.counted;
    room.bar.setAttribute("aria-label", said.stage);
    if (said.share === null) room.bar.removeAttribute("value"); else room.bar.value = said.share;
  }

  function cancel(said) {
    var token = /(?:^|; )_csrf_token=([^;]*)/.exec(document.cookie);
    room.button.disabled = true;
    room.stage.textContent = said.cancelling;
    fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-CSRFToken": token ? decodeURIComponent(token[1]) : "", Accept: "application/json" }
    }).catch(function () { room.button.disabled = false; });
  }

  document.addEventListener("submit", function (event) {
    if (event.target.matches("form[data-busy]") && !event.defaultPrevented) setTimeout(ask, EVERY_MS);
  });
  setTimeout(ask, EVERY_MS);
})();
