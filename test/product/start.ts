import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** A running product, started as a person starts it, on a free port with a data folder of its own. */
export type Product = {
  readonly url: string;
  /** The one-time code that `npm start` printed; null once the first account exists. */
  readonly setupCode: string | null;
  readonly dataDir: string;
  /** Ctrl-C, then waits for the process to be gone. Keeps the data folder. */
  readonly stop: () => Promise<void>;
  /** The power goes: no goodbye. Keeps the data folder. */
  readonly kill: () => Promise<void>;
  /** Deletes the data folder. */
  readonly forget: () => void;
};

type Earlier = { readonly dataDir?: string; readonly port?: number };

/**
 * Starts `bin/start.mjs`. Pass `dataDir` and `port` of an earlier run to start again where it left off.
 * @param settings what else its environment holds
 */
export async function startProduct(earlier: Earlier = {}, settings: Record<string, string> = {}): Promise<Product> {
  const port = earlier.port ?? (await freePort());
  const dataDir = earlier.dataDir ?? mkdtempSync(join(tmpdir(), "backstride-"));
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: root,
    env: { ...process.env, ...settings, PORT: String(port), BACKSTRIDE_DATA: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = await outputUntilReady(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await gone;
  };
  return {
    url: `http://localhost:${port}`,
    setupCode: /one-time code is\s+(\S+)/.exec(output)?.[1] ?? null,
    dataDir,
    stop: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
    forget: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

function outputUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((ready, failed) => {
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops everything.")) ready(output);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("exit", (code) =>
      failed(new Error(`The product ended with code ${code} before it was ready:\n${output}`)),
    );
  });
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null ? found(address.port) : failed(new Error("no port")),
      );
    });
  });
}
