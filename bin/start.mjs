// Checks Node before anything is loaded that an old Node could not even parse. The work is in run.mjs.
import { requireNode } from "./node-version.mjs";

requireNode(process.versions.node);
import("./run.mjs").then((module) => module.run(process.argv.slice(2)));
