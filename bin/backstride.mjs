#!/usr/bin/env node
// `npx backstride <command>`: checks Node and the install, then runs the command from TypeScript.
import { requireNode } from "./node-version.mjs";

requireNode(process.versions.node);
import("./command/main.mjs").then((module) => module.main(process.argv.slice(2)));
