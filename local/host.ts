import { join } from "node:path";
import { awsServer, listen } from "./aws/endpoint.ts";
import { Credentials, type GuardOptions } from "./aws/guard.ts";
import { keyService } from "./aws/keys.ts";
import type { AwsRequest, AwsService } from "./aws/protocol.ts";
import { Scheduler } from "./aws/scheduler.ts";
import { openTable, type Table } from "./aws/table.ts";
import { Bus, type PutEntry } from "./bus/bus.ts";
import { DeadLetters } from "./bus/dead-letters.ts";
import { Deliveries } from "./bus/deliveries.ts";
import { Clock } from "./clock.ts";
import { Closers } from "./closers.ts";
import { takeFolder } from "./data/folder.ts";
import { openLog } from "./data/function-log.ts";
import { HostError } from "./error.ts";
import { type Faults, noFaults } from "./faults.ts";
import { Gateway } from "./front/gateway.ts";
import { frontListener, openFront } from "./front/server.ts";
import type { Site } from "./front/static.ts";
import { functionEnvironment } from "./functions/environment.ts";
import { FunctionRuntime } from "./functions/runtime.ts";
import { healthOf } from "./health.ts";
import { setupCodeOf } from "./setup-code.ts";
import { loadTemplate } from "./template/load.ts";
import { readStack, type Stack } from "./template/stack.ts";

export type HostOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDir: string;
  /** The cloud assembly, usually `cdk.out`. */
  readonly assembly: string;
  readonly sites: readonly Site[];
  /** Where the clock starts, Unix milliseconds; the computer's own time unless given. */
  readonly startAt?: number;
};

export type Host = {
  readonly url: string;
  readonly port: number;
  /** The one-time code of the first account; null once that account exists. */
  readonly setupCode: string | null;
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
  const front = await openFront(options.port);
  closers.addServer(front.server);
  const origin = { domain: `localhost:${front.port}`, origin: `http://localhost:${front.port}` };
  const stack = readStack(template, options.assembly, { ...origin, stackId: folder.stackId });
  const parts = await openParts(options, stack, closers);
  const gateway = new Gateway({ routes: stack.routes, domain: origin.domain, ...parts });
  const setupCode = await setupCodeOf(stack, parts.table.send);
  const host = hostOf(options, parts, { url: origin.origin, port: front.port, setupCode, closers });
  front.serveWith(
    frontListener({ gateway, sites: options.sites, securityHeaders: stack.securityHeaders, health: host.health }),
  );
  // Once more, so that the public port is the first to close: nobody is answered by half a host.
  closers.addServer(front.server);
  parts.deliveries.start();
  parts.scheduler.start();
  return host;
}

type Parts = Awaited<ReturnType<typeof openParts>>;

async function openParts(options: HostOptions, stack: Stack, closers: Closers) {
  const at = (...names: string[]) => join(options.dataDir, ...names);
  const clock = new Clock(options.startAt);
  closers.add(async () => clock.stop());
  const faults = noFaults();
  const credentials = new Credentials();
  const log = openLog(at("functions.log"));
  closers.add(() => log.close());
  const endpoints = { table: "", services: "" };
  const environmentOf = functionEnvironment(credentials, endpoints);
  const runtime = new FunctionRuntime({ specs: stack.functions, clock: clock.shared, environmentOf, onLine: log.line });
  const crash = (name: string) => runtime.crash(name);
  const guard: GuardOptions = { credentials, faults, crash };
  const table = await openTable(at("table"), stack.template, guard);
  closers.add(table.close);
  const deadLetters = await DeadLetters.open(at("queues"), stack.queues);
  closers.add(() => deadLetters.close());
  const onError = (error: unknown) => log.line("host", String(error));
  const deliveries = await Deliveries.open({ path: at("bus.jsonl"), clock, runtime, deadLetters, faults, onError });
  const accept = deliveries.accept.bind(deliveries);
  const knows = (arn: string) => runtime.specOf(arn) !== undefined;
  const groups = stack.scheduleGroups;
  const scheduler = await Scheduler.open({ path: at("schedules.jsonl"), clock, groups, knows, accept, onError });
  closers.add(() => scheduler.close());
  const bus = new Bus({ buses: stack.buses, rules: stack.rules, clock, deliveries, runtime });
  const services = awsServer(guard, serviceOf(bus, scheduler, keyService(at("keys"), stack.keys)));
  Object.assign(endpoints, { table: table.url, services: await listen(services) });
  closers.addServer(services);
  closers.add(() => deliveries.close());
  closers.add(() => runtime.stop());
  closers.add(() => deliveries.halt());
  await warm(runtime);
  return { clock, faults, runtime, table, deadLetters, deliveries, scheduler, environmentOf };
}

function serviceOf(bus: Bus, scheduler: Scheduler, keys: AwsService): (request: AwsRequest) => AwsService | null {
  const events: AwsService = async ({ body }) => ({
    contentType: "application/x-amz-json-1.1",
    body: await bus.putEvents((body.Entries ?? []) as readonly PutEntry[]),
  });
  return ({ target, path }) => {
    if (target === "AWSEvents.PutEvents") return events;
    if (target.startsWith("TrentService.")) return keys;
    return path.startsWith("/schedules/") ? (request) => scheduler.serve(request) : null;
  };
}

async function warm(runtime: FunctionRuntime): Promise<void> {
  const [broken] = await runtime.warm();
  if (broken === undefined) return;
  throw new HostError(`The function ${broken.name} cannot be loaded: ${broken.error.errorMessage}`, broken.error);
}

type Public = Pick<Host, "url" | "port" | "setupCode"> & { readonly closers: Closers };

function hostOf(options: HostOptions, parts: Parts, { closers, ...shown }: Public): Host {
  const { clock, faults, runtime, table, deadLetters, deliveries, scheduler, environmentOf } = parts;
  const whenIdle = async () => {
    do await deliveries.whenIdle();
    while (scheduler.busy && (await scheduler.settled()));
  };
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
    health: () => healthOf({ ...parts, sites: options.sites }),
    stop: () => closers.closeAll(),
  };
}
