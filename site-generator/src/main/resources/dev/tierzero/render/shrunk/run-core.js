// ffc54c6d97b6e753c6996b4df3efaf1bd3f93200921619ff5a9237c708470d4a
(()=>{"use strict";self.TierZeroRun={}})();
