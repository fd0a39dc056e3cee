// Makes the copy buttons work, and shows them only where they can.
(function () {
  "use strict";
  document.documentElement.setAttribute("data-script", "");

  function copied(button) {
    var status = button.parentElement.querySelector("[role=status]");
    status.textContent = button.dataset.done;
    window.setTimeout(function () { status.textContent = ""; }, 4000);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-copy]");
    if (!button) return;
    var area = document.getElementById(button.dataset.copy);
    area.select();
    if (navigator.clipboard) navigator.clipboard.writeText(area.value).then(function () { copied(button); });
    else if (document.execCommand("copy")) copied(button);
  });
})();
