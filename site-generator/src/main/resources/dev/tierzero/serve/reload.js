// Live preview only; no published page has this. Reloads the page when its source was saved, and lists what is wrong with it.
(function () {
  'use strict';
  var path = location.pathname.replace(/^\//, '');
  var own = path === '' || /\/$/.test(path) ? path + 'index.html' : path;

  function text(tag, content) {
    var element = document.createElement(tag);
    element.textContent = content;
    return element;
  }

  function show(findings) {
    if (findings.length === 0) return;
    var box = document.createElement('details');
    box.className = 'admonition warning';
    box.open = findings.some(function (f) { return f.severity === 'error'; });
    box.appendChild(text('summary', findings.length + (findings.length === 1 ? ' finding' : ' findings') + ' on this page'));
    var list = document.createElement('ul');
    findings.forEach(function (f) {
      var item = document.createElement('li');
      item.appendChild(text('code', f.where));
      item.appendChild(text('span', ' ' + f.severity + ': ' + f.what + '. '));
      item.appendChild(text('em', f.fix));
      list.appendChild(item);
    });
    box.appendChild(list);
    var main = document.querySelector('main:not([data-findings])');
    if (main) main.insertBefore(box, main.firstChild);
  }

  fetch('/_tier0/findings?page=' + encodeURIComponent('/' + own))
    .then(function (answer) { return answer.json(); })
    .then(show);

  var events = new EventSource('/_tier0/events');
  var lost = false;
  events.addEventListener('reload', function (event) {
    if (event.data === '*' || event.data.split(' ').indexOf(own) >= 0) location.reload();
  });
  events.onerror = function () { lost = true; };
  // The server came back: what the page shows may be old.
  events.onopen = function () { if (lost) location.reload(); };
})();
