// Brings the reader to what went wrong: the summary of a form's faults takes the focus once the page is there.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    var faults = document.querySelector(".faults [role=alert]");
    if (faults) faults.focus();
  });
})();
