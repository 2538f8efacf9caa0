// `npm test`: installs what is missing, builds, runs every kind of test, ends with one line that counts them all.
import { requireNode } from "./node-version.mjs";

requireNode(process.versions.node);
import("./all-tests.mjs").then((module) => module.runAllTests());
