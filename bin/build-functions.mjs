// Bundles every Lambda of this repository: one ESM file each, the SDK inside (faster to load than the runtime's, and pinned).
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { root } from "./load.mjs";

const REQUIRE_BANNER =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/** The functions of a folder: each subfolder with a `handler.ts`, sorted by name. */
async function functionNames(source) {
  const entries = await readdir(source, { withFileTypes: true, recursive: false });
  const names = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const files = await readdir(join(source, entry.name));
    if (files.includes("handler.ts")) names.push(entry.name);
  }
  return names.sort();
}

/** As the SDK's own provider does, they are looked for once and not at each call: for as long as a process lives they stay the same. */
const CREDENTIALS = `
import { fromEnv } from "@aws-sdk/credential-provider-env";
export const defaultProvider = (init) => {
  const look = fromEnv(init);
  let found;
  return () => (found ??= look());
};`;

/**
 * Lambda gives a function its credentials in the environment, and so does the local host. Every other way to find some (files,
 * single sign-on, instance metadata, web identity) is 90 KB of each bundle that would never run.
 */
const environmentCredentials = {
  name: "environment-credentials",
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: "env",
      namespace: "credentials",
    }));
    pluginBuild.onLoad({ filter: /.*/, namespace: "credentials" }, () => ({
      contents: CREDENTIALS,
      resolveDir: join(root, "node_modules", "@aws-sdk", "credential-provider-node"),
    }));
  },
};

/**
 * Parts of the SDK that would never run, 20 KB of each bundle: the table's cache for endpoint discovery, which is off unless asked for, and
 * event streams, which none of our commands has.
 */
const NEVER_RUN = {
  "@aws-sdk/endpoint-cache": "export class EndpointCache {}",
  "@smithy/core/event-streams":
    "export class EventStreamSerde { constructor() { throw new Error('Event streams are left out of this bundle.'); } }",
};
const withoutNeverRun = {
  name: "without-never-run",
  setup(pluginBuild) {
    for (const path of Object.keys(NEVER_RUN)) {
      pluginBuild.onResolve({ filter: new RegExp(`^${path}$`) }, () => ({ path, namespace: "never-run" }));
    }
    pluginBuild.onLoad({ filter: /.*/, namespace: "never-run" }, ({ path }) => ({ contents: NEVER_RUN[path] }));
  },
};

async function bundle(entry, banner) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: "index.mjs",
    write: false,
    bundle: true,
    minify: true,
    // The texts of five languages as they are: escaped, a Chinese letter is six bytes and an umlaut four.
    charset: "utf8",
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    plugins: [environmentCredentials, withoutNeverRun],
    metafile: true,
    sourcemap: "external",
    legalComments: "none",
    logLevel: "warning",
    ...(banner === undefined ? {} : { banner: { js: banner } }),
  });
  const code = result.outputFiles.find((file) => file.path.endsWith(".mjs"));
  const map = result.outputFiles.find((file) => file.path.endsWith(".map"));
  return { code: code.text, map: map.text, metafile: result.metafile };
}

async function buildFunction(source, outdir, name) {
  const entry = join(source, name, "handler.ts");
  let output = await bundle(entry);
  // A CommonJS dependency that requires a Node built-in needs `require`, which an ES module does not have.
  if (output.code.includes("Dynamic require of")) output = await bundle(entry, REQUIRE_BANNER);
  await mkdir(join(outdir, name), { recursive: true });
  await Promise.all([
    writeFile(join(outdir, name, "index.mjs"), output.code),
    writeFile(join(outdir, `${name}.map.json`), output.map),
    writeFile(join(outdir, `${name}.meta.json`), JSON.stringify(output.metafile)),
  ]);
  return { name, bytes: Buffer.byteLength(output.code) };
}

/**
 * Bundles each `<source>/<name>/handler.ts` to `<outdir>/<name>/index.mjs`, with its metafile and source map beside the folder.
 * @param {{ source?: string, outdir?: string }} [options] folders from the repository root; `lambdas` and `dist/functions`
 * @returns {Promise<{ name: string, bytes: number }[]>} what was built
 */
export async function buildFunctions(options = {}) {
  const source = resolve(root, options.source ?? "lambdas");
  const outdir = resolve(root, options.outdir ?? "dist/functions");
  const names = await functionNames(source);
  await mkdir(outdir, { recursive: true });
  for (const entry of await readdir(outdir, { withFileTypes: true })) {
    if (entry.isDirectory() && !names.includes(entry.name)) await rm(join(outdir, entry.name), { recursive: true });
  }
  return Promise.all(names.map((name) => buildFunction(source, outdir, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [source, outdir] = process.argv.slice(2);
  for (const { name, bytes } of await buildFunctions({ source, outdir }))
    console.log(`${name.padEnd(10)} ${(bytes / 1024).toFixed(0)} KB`);
}
