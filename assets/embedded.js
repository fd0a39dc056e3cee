// Tells the page around a frame how high the content is, so that no second scroll bar is needed. Only the
// websites that the municipality allows can have this page in a frame at all, and only a number is told.
(function () {
  "use strict";
  if (window.parent === window) return;
  var last = 0;

  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    window.parent.postMessage({ type: "zielpfad-height", height: height }, "*");
  }

  new ResizeObserver(tell).observe(document.body);
  window.addEventListener("load", tell);
})();
