// Writes docs/rules.md from the rules and thresholds of core.
import { load, root } from "./load.mjs";

const { writeRules } = await load("bin/rules.ts");
await writeRules(root);
