// Draws the components of monitoring/components/native.py: plain form fields and inline charts inside a Dash page.
(function () {
  "use strict";
  var OURS = ["options", "svg", "value", "checked", "setProps", "componentPath", "loading_state", "children"];

  function attributes(props) {
    var kept = {};
    Object.keys(props).forEach(function (name) {
      var value = props[name];
      var known = OURS.indexOf(name) < 0 && name.indexOf("_dash") !== 0 && name.indexOf("dash") !== 0;
      if (known && typeof value !== "function" && value !== null && value !== undefined) kept[name] = value;
    });
    return kept;
  }

  // A key made of the given values: when the server sends other values, the field starts anew with them.
  function draw(tag, props, extra, children) {
    var key = JSON.stringify([props.id, props.name, props.type, props.value, props.checked]);
    return React.createElement(tag, Object.assign({ key: key }, attributes(props), extra), children);
  }

  function Input(props) {
    if (props.type === "file") return draw("input", props, {});
    if (props.type === "checkbox" || props.type === "radio")
      return draw("input", props, { value: props.value, defaultChecked: !!props.checked });
    if (props.type === "hidden") return draw("input", props, { value: props.value, readOnly: true });
    return draw("input", props, { defaultValue: props.value });
  }

  function Select(props) {
    var choices = (props.options || []).map(function (option) {
      var own = { key: option.value, value: option.value, disabled: option.disabled };
      return React.createElement("option", own, option.label);
    });
    return draw("select", props, { defaultValue: props.value }, choices);
  }

  function Textarea(props) {
    return draw("textarea", props, { defaultValue: props.value });
  }

  function Picture(props) {
    return React.createElement("div", Object.assign(attributes(props), { dangerouslySetInnerHTML: { __html: props.svg } }));
  }

  function Photo(props) {
    return React.createElement("img", attributes(props));
  }

  window.zielpfad = { Input: Input, Select: Select, Textarea: Textarea, Picture: Picture, Photo: Photo };
})();
