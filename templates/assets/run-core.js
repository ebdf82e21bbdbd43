(() => {
  "use strict";
  self.TierZeroRun = {};
})();
