// 93a24014f5a952b860aa4affb1db7596a40639b2faf77df836086a1bcdc15609
(t=>{"use strict";var e=null;try{e=localStorage.getItem("tz-theme")}catch(t){}"light"!==e&&"dark"!==e||t.setAttribute("data-theme",e),t.setAttribute("data-js","")})(document.documentElement);
