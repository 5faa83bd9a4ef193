// Properties try the same cases in every run, so that a failure is a change's; FUZZ=1 npm test tries new ones.

import fc from "fast-check";

if (!process.env.FUZZ) fc.configureGlobal({ seed: 20200714 });
