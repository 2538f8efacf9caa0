import { join, resolve } from "node:path";
import { HostError } from "../local/error.ts";
import { type Host, type HostOptions, startHost } from "../local/host.ts";
import { ROOT } from "../local/root.ts";

export { HostError };

export type ServeOptions = Partial<Omit<HostOptions, "sites">> & {
  /** Stop on Ctrl-C and SIGTERM, then end the process. True unless said otherwise. */
  readonly signals?: boolean;
};

const DEFAULT_PORT = 7878;

/**
 * Starts everything on this computer: the API, the functions, the table, the bus, the scheduler, the dashboard and the
 * simulated watch. Needs `cdk.out`; files that are not built yet answer 503 until they are.
 * @throws HostError whose message is one clear sentence (port in use, data folder locked, missing build)
 */
export async function serve(options: ServeOptions = {}): Promise<Host> {
  const host = await startHost({
    port: options.port ?? portFrom(process.env.PORT),
    dataDir: resolve(options.dataDir ?? process.env.BACKSTRIDE_DATA ?? join(ROOT, ".backstride")),
    assembly: options.assembly ?? join(ROOT, "cdk.out"),
    sites: [
      { at: "/watch/package/", folder: join(ROOT, "dist", "watch", "unpacked"), pages: false },
      { at: "/watch/", folder: join(ROOT, "dist", "simulator"), pages: false },
      { at: "/", folder: join(ROOT, "dist", "dashboard"), pages: true },
    ],
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
  });
  return options.signals === false ? host : withSignals(host);
}

function portFrom(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new HostError(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}

function withSignals(host: Host): Host {
  const end = () => {
    // A second Ctrl-C does not wait.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
    void host.stop().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const stop = async () => {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
    await host.stop();
  };
  return { ...host, stop };
}
