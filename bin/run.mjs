import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { PlainError } from "./progress.mjs";

const USAGE = `npm start [-- --lan[=<address>]]

  --lan   lets phones and other computers of your home network in, over plain HTTP with a passphrase; else this computer alone`;

/** `npm start`: install, build what is out of date, start everything on loopback, say where it is. */
export async function run(args) {
  try {
    const lan = lanFrom(args);
    console.log("Backstride is getting ready.");
    await ensureInstalled();
    await buildAll();
    await serve(lan);
  } catch (error) {
    if (!(error instanceof PlainError) && error?.name !== "HostError") throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/** The address after `--lan=`; "" when the computer's own is to be found, null without `--lan`. */
function lanFrom(args) {
  const [first, ...more] = args;
  const [, address] = /^--lan(?:=([\d.]+))?$/.exec(first ?? "--lan") ?? [null, null];
  if (more.length > 0 || address === null) throw new PlainError(USAGE);
  return first === undefined ? null : (address ?? "");
}

async function serve(lan) {
  const { load } = await import("./load.mjs");
  const { serve: startHost, lanAddress } = await load("bin/serve.ts");
  announce(await startHost(lan === null ? {} : { address: lanAddress(lan) }), lan !== null);
}

const OPEN_TO_THE_NETWORK = `
  Whoever is in your network can reach this address, and whoever can listen there can read along: it is plain HTTP.
  Sign in with a passphrase. A browser refuses the rest without HTTPS: passkeys, reminders by push, opening without a network.
`;

function announce({ url, setupCode, migrated }, lan) {
  console.log(`
Backstride is running.

  Dashboard        ${url}/
  Simulated watch  ${url}/watch/
${setupCode === null ? "" : `\n  First visit: your one-time code is  ${setupCode}\n`}${lan ? OPEN_TO_THE_NETWORK : ""}${migrated === null ? "" : `\n  Your data is from an older version. It was backed up to ${migrated}.\n`}
Ctrl-C stops everything.`);
}
