import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { PlainError, step } from "./progress.mjs";
import { sentenceOf } from "./sentence.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const USAGE = `npm start [-- [--demo] [--lan[=<address>]]]

  --demo  shows an invented person after ten weeks of training, with a data folder of its own
  --lan   lets phones and other computers of your home network in, over plain HTTP with a passphrase; else this computer alone`;

/** `npm start`: install, build what is out of date, start everything on loopback, say where it is. */
export async function run(args) {
  if (args.includes("--help") || args.includes("-h")) return console.log(USAGE);
  try {
    const demo = args.includes("--demo");
    const lan = lanFrom(args.filter((arg) => arg !== "--demo"));
    console.log("Backstride is getting ready.");
    await ensureInstalled();
    await buildAll();
    await serve(lan, demo);
  } catch (error) {
    end(error);
  }
}

function end(error) {
  const sentence = sentenceOf(error);
  console.error(sentence === null ? error : `\n${sentence}`);
  process.exit(1);
}

/** The address after `--lan=`; "" when the computer's own is to be found, null without `--lan`. */
function lanFrom(args) {
  const [first, ...more] = args;
  const [, address] = /^--lan(?:=([\d.]+))?$/.exec(first ?? "--lan") ?? [null, null];
  if (more.length > 0 || address === null) throw new PlainError(USAGE);
  return first === undefined ? null : (address ?? "");
}

async function serve(lan, demo) {
  const { load } = await import("./load.mjs");
  const { serve: startHost, lanAddress, dataFolder } = await load("bin/serve.ts");
  process.on("uncaughtException", end);
  const address = lan === null ? {} : { address: lanAddress(lan) };
  const invented = demo ? await prepared(load, dataFolder(true)) : null;
  announce(await startHost({ ...address, demo }), lan !== null, invented);
}

/** The demo's person, made on the first start. */
async function prepared(load, folder) {
  const { demoFor } = await load("demo/demo.ts");
  return demoFor({ folder, assembly: join(root, "cdk.out"), step });
}

const OPEN_TO_THE_NETWORK = `
  Whoever is in your network can reach this address, and whoever can listen there can read along: it is plain HTTP.
  Sign in with a passphrase. A browser refuses the rest without HTTPS: passkeys, reminders by push, opening without a network.
`;

const signIn = ({ name, passphrase }) => `
  Demo: this person is invented. Choose "Sign in" with

  Name             ${name}
  Passphrase       ${passphrase}
`;

function announce({ url, setupCode, migrated }, lan, invented) {
  console.log(`
Backstride is running.

  Dashboard        ${url}/
  Simulated watch  ${url}/watch/
${setupCode === null ? "" : `\n  First visit: your one-time code is  ${setupCode}\n`}${invented === null ? "" : signIn(invented)}${lan ? OPEN_TO_THE_NETWORK : ""}${migrated === null ? "" : `\n  Your data is from an older version. It was backed up to ${migrated}.\n`}
Ctrl-C stops everything.`);
}
