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
    if (!(error instanceof PlainError) && error?.name !== "StartError") throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

async function serve() {
  const { load } = await import("./load.mjs");
  const { serve: startHost } = await load("bin/serve.ts");
  const host = await startHost({
    port: Number(process.env.PORT ?? 7878),
    dataDir: process.env.BACKSTRIDE_DATA ?? ".backstride",
  });
  announce(host);
  stopOnSignal(host);
}

function announce({ url, setupCode }) {
  console.log(`
Backstride is running.

  Dashboard        ${url}/
  Simulated watch  ${url}/watch/
${setupCode === null ? "" : `\n  First visit: your one-time code is  ${setupCode}\n`}
Ctrl-C stops everything.`);
}

function stopOnSignal(host) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping …");
    await host.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
