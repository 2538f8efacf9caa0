// Writes docs/formats.md from the schemas of the contract.
import { load, root } from "./load.mjs";

const { writeFormats } = await load("bin/formats.ts");
await writeFormats(root);
