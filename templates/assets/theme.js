/* Runs in <head>, before the first paint: a stored choice wins, otherwise the style sheet follows the system. */
(function (root) {
  "use strict";
  var choice = null;
  try { choice = localStorage.getItem("tz-theme"); } catch (e) { /* storage blocked: follow the system */ }
  if (choice === "light" || choice === "dark") root.setAttribute("data-theme", choice);
  root.setAttribute("data-js", "");
})(document.documentElement);
