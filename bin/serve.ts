import { type NetworkInterfaceInfo, networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import { requireSort } from "../local/data/demo.ts";
import { HostError } from "../local/error.ts";
import { type Host, type HostOptions, startHost } from "../local/host.ts";
import { providerFrom } from "../local/provider.ts";
import { ROOT } from "../local/root.ts";

export { HostError };

type ServeOptions = Partial<Pick<HostOptions, "port" | "dataDir" | "assembly" | "address" | "startAt">> & {
  /** Stop on Ctrl-C and SIGTERM, then end the process. True unless said otherwise. */
  readonly signals?: boolean;
  /** The data folder is that of the demo, which has a port of its own: a browser keeps what it knows by port. */
  readonly demo?: boolean;
};

const DEFAULT_PORT = 7878;
const DEMO_PORT = 7879;

/** What is kept on this computer; the demo lies beside it. */
export const dataFolder = (demo: boolean): string =>
  `${resolve(process.env.BACKSTRIDE_DATA ?? join(ROOT, ".backstride"))}${demo ? "-demo" : ""}`;

/**
 * Starts everything on this computer: the API, the functions, the table, the bus, the scheduler, the dashboard and the
 * simulated watch. Needs `cdk.out`; files that are not built yet answer 503 until they are.
 * @throws HostError whose message is one clear sentence (port in use, data folder locked, missing build)
 */
export async function serve(options: ServeOptions = {}): Promise<Host> {
  const provider = providerFrom(process.env);
  const demo = options.demo === true;
  const dataDir = options.dataDir === undefined ? dataFolder(demo) : resolve(options.dataDir);
  requireSort(dataDir, demo);
  const host = await startHost({
    port: options.port ?? portFrom(process.env.PORT, demo ? DEMO_PORT : DEFAULT_PORT),
    dataDir,
    assembly: options.assembly ?? join(ROOT, "cdk.out"),
    sites: [
      { at: "/watch/package/", folder: join(ROOT, "dist", "watch", "unpacked"), pages: false },
      { at: "/watch/", folder: join(ROOT, "dist", "simulator"), pages: false },
      { at: "/", folder: join(ROOT, "dist", "dashboard"), pages: true },
    ],
    ...(options.address === undefined ? {} : { address: options.address }),
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
    ...(provider === undefined ? {} : { provider }),
  });
  return options.signals === false ? host : withSignals(host);
}

/** Addresses that no router passes on: those of a home's own network. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/**
 * The address of this computer in its home's network.
 * @param wanted which of several; "" when there is only one
 * @throws HostError when it is in none, has not the wanted one, or the choice is not clear
 */
export function lanAddress(wanted: string, all: readonly Address[] = ownAddresses()): string {
  const found = all.filter(({ family, internal, address }) => family === "IPv4" && !internal && PRIVATE.test(address));
  const addresses = found.map(({ address }) => address);
  const fits = wanted === "" ? addresses : addresses.filter((address) => address === wanted);
  const [only, ...others] = fits;
  if (only !== undefined && others.length === 0) return only;
  if (addresses.length === 0) throw new HostError("This computer is in no home network; start it without --lan.");
  throw new HostError(`Say which address of this computer: --lan=${addresses.join(" or --lan=")}.`);
}

type Address = Pick<NetworkInterfaceInfo, "family" | "internal" | "address">;

const ownAddresses = (): Address[] => Object.values(networkInterfaces()).flatMap((found) => found ?? []);

function portFrom(text: string | undefined, usual: number): number {
  if (text === undefined || text === "") return usual;
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
