// Makes a photo smaller before it is sent: no wider than data-widest says, as JPEG and without hidden details.
// Without this script, or where it fails, the photo is sent as it is and the server says if it is too large.
(function () {
  "use strict";

  var ENOUGH = 250000, STEPS = [0.82, 0.7, 0.58, 0.45];

  function drawn(bitmap, widest) {
    var scale = Math.min(1, widest / Math.max(bitmap.width, bitmap.height));
    var canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function smaller(canvas, step, done) {
    canvas.toBlob(function (blob) {
      if (!blob || blob.size <= ENOUGH || step + 1 === STEPS.length) done(blob);
      else smaller(canvas, step + 1, done);
    }, "image/jpeg", STEPS[step]);
  }

  function replace(input, name, blob) {
    var files = new DataTransfer();
    files.items.add(new File([blob], name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }));
    input.files = files.files;
  }

  document.addEventListener("change", function (event) {
    var input = event.target, file = input.files && input.files[0], widest = Number(input.dataset.widest);
    if (!widest || !file || !window.createImageBitmap || !window.DataTransfer) return;
    window.createImageBitmap(file).then(function (bitmap) {
      if (Math.max(bitmap.width, bitmap.height) <= widest && file.size <= ENOUGH) return;
      smaller(drawn(bitmap, widest), 0, function (blob) { if (blob) replace(input, file.name, blob); });
    }).catch(function () {});
  });
})();
