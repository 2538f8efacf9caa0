import type { Scheduler } from "./aws/scheduler.ts";
import type { Table } from "./aws/table.ts";
import type { DeadLetters } from "./bus/dead-letters.ts";
import type { Clock } from "./clock.ts";
import { Closers } from "./closers.ts";
import { demoIn } from "./data/demo.ts";
import { takeFolder } from "./data/folder.ts";
import { migrate } from "./data/migrate.ts";
import type { Faults } from "./faults.ts";
import { Gateway } from "./front/gateway.ts";
import { frontListener, openFront } from "./front/server.ts";
import type { Site } from "./front/static.ts";
import { freeMbOf, healthOf } from "./health.ts";
import { openParts, type Parts } from "./parts.ts";
import type { ProviderOptions } from "./provider.ts";
import { setupCodeOf } from "./setup-code.ts";
import { loadTemplate } from "./template/load.ts";
import { readStack } from "./template/stack.ts";

export type HostOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDir: string;
  /** The cloud assembly, usually `cdk.out`. */
  readonly assembly: string;
  readonly sites: readonly Site[];
  /** An address of this computer that others in its network reach, and which is then its only name; loopback unless given. */
  readonly address?: string;
  /** Where the clock starts, Unix milliseconds; the computer's own time unless given. */
  readonly startAt?: number;
  /** Where people may sign in besides. */
  readonly provider?: ProviderOptions;
};

export type Host = {
  readonly url: string;
  readonly port: number;
  /** The one-time code of the first account; null once that account exists. */
  readonly setupCode: string | null;
  /** The backup that was made because the data was of an older version; null when it was of this one. */
  readonly migrated: string | null;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly deadLetters: DeadLetters;
  readonly scheduler: Scheduler;
  /** Sends one DynamoDB operation, for tests and tools. */
  readonly table: Table["send"];
  /** The environment of a function, with which an SDK client outside of it finds this host. */
  readonly environmentOf: (name: string) => Readonly<Record<string, string>>;
  /** Ends a function's worker as a crash would. */
  readonly crash: (name: string) => Promise<void>;
  /** Resolves when nothing runs and nothing is due. */
  readonly whenIdle: () => Promise<void>;
  readonly health: () => unknown;
  readonly stop: () => Promise<void>;
};

/**
 * Runs the whole synthesized stack on this computer, on loopback.
 * @throws HostError with one sentence for the person at the terminal; nothing is then left running or locked
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const closers = new Closers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function start(options: HostOptions, closers: Closers): Promise<Host> {
  const template = loadTemplate(options.assembly);
  const folder = takeFolder(options.dataDir);
  closers.add(async () => folder.release());
  const migrated = await migrate(folder);
  const name = options.address ?? "localhost";
  const front = await openFront(options.port, options.address ?? "127.0.0.1");
  closers.addServer(front.server);
  const origin = { domain: `${name}:${front.port}`, origin: `http://${name}:${front.port}` };
  const stack = readStack(template, options.assembly, { ...origin, stackId: folder.stackId });
  const parts = await openParts(options, stack, closers);
  const gateway = new Gateway({ ...parts, routes: stack.routes, domain: origin.domain, written: parts.table.written });
  const setupCode = await setupCodeOf(stack, parts.table.send);
  const host = hostOf(options, parts, { url: origin.origin, port: front.port, setupCode, migrated, closers });
  const { securityHeaders, watchHeaders } = stack;
  const { sites } = options;
  const demo = demoIn(options.dataDir) !== null;
  const pages = { sites, securityHeaders, watchHeaders, name, demo };
  front.serveWith(frontListener({ ...pages, gateway, health: host.health, onError: parts.onError }));
  // Once more, so that the public port is the first to close: nobody is answered by half a host.
  closers.addServer(front.server);
  parts.deliveries.start();
  parts.scheduler.start();
  parts.housekeeping.start();
  return host;
}

type Public = Pick<Host, "url" | "port" | "setupCode" | "migrated"> & { readonly closers: Closers };

function hostOf(options: HostOptions, parts: Parts, { closers, ...shown }: Public): Host {
  const { clock, faults, runtime, table, deadLetters, scheduler, whenIdle, environmentOf } = parts;
  clock.settleWith(whenIdle);
  return {
    ...shown,
    clock,
    faults,
    deadLetters,
    scheduler,
    table: table.send,
    environmentOf: (name) => environmentOf(runtime.named(name)),
    crash: (name) => runtime.crash(runtime.named(name).name),
    whenIdle,
    health: () => healthOf({ ...parts, sites: options.sites, freeMb: freeMbOf(options.dataDir) }),
    stop: () => closers.closeAll(),
  };
}
