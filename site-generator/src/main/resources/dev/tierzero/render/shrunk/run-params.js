// 03a952a99218a87711469c01f81d7db972ce8362375a9643361657a7c28427ab
(()=>{"use strict";self.TierZeroParams={}})();
