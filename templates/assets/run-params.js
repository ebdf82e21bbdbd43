(() => {
  "use strict";
  self.TierZeroParams = {};
})();
