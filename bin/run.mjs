import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { PlainError } from "./progress.mjs";

/** `npm start`: install, build what is out of date, start everything on loopback, say where it is. */
export async function run() {
  try {
    console.log("Backstride is getting ready.");
    await ensureInstalled();
    await buildAll();
    await serve();
  } catch (error) {
    if (!(error instanceof PlainError) && error?.name !== "HostError") throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

async function serve() {
  const { load } = await import("./load.mjs");
  const { serve: startHost } = await load("bin/serve.ts");
  announce(await startHost());
}

function announce({ url, setupCode }) {
  console.log(`
Backstride is running.

  Dashboard        ${url}/
  Simulated watch  ${url}/watch/
${setupCode === null ? "" : `\n  First visit: your one-time code is  ${setupCode}\n`}
Ctrl-C stops everything.`);
}
