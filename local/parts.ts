import { join } from "node:path";
import { awsServer, listen } from "./aws/endpoint.ts";
import { Credentials, type GuardOptions } from "./aws/guard.ts";
import { keyService } from "./aws/keys.ts";
import type { AwsRequest, AwsService } from "./aws/protocol.ts";
import { Scheduler } from "./aws/scheduler.ts";
import { openTable } from "./aws/table.ts";
import { Bus, type PutEntry } from "./bus/bus.ts";
import { DeadLetters } from "./bus/dead-letters.ts";
import { Deliveries } from "./bus/deliveries.ts";
import { Clock } from "./clock.ts";
import type { Closers } from "./closers.ts";
import { openLog } from "./data/function-log.ts";
import { HostError } from "./error.ts";
import { noFaults } from "./faults.ts";
import { functionEnvironment } from "./functions/environment.ts";
import { FunctionRuntime } from "./functions/runtime.ts";
import type { Stack } from "./template/stack.ts";

export type PartsOptions = { readonly dataDir: string; readonly startAt?: number };
export type Parts = Awaited<ReturnType<typeof openParts>>;
type Core = ReturnType<typeof openCore>;

/** Opens everything behind the public port; whatever was opened is among the closers, also when a later part fails. */
export async function openParts(options: PartsOptions, stack: Stack, closers: Closers) {
  const at = (name: string) => join(options.dataDir, name);
  const core = openCore(options, stack, closers);
  const { clock, faults, runtime, onError, onLine } = core;
  const table = await openTable(at("table"), stack.template, core.guard);
  closers.add(table.close);
  const deadLetters = await DeadLetters.open(at("queues"), stack.queues);
  closers.add(() => deadLetters.close());
  const deliveries = await Deliveries.open({
    path: at("bus.jsonl"),
    clock,
    runtime,
    deadLetters,
    faults,
    onError,
    onLine,
  });
  closers.add(() => deliveries.close());
  const scheduler = await openScheduler(at("schedules.jsonl"), stack, core, deliveries);
  closers.add(() => scheduler.close());
  const bus = new Bus({ buses: stack.buses, rules: stack.rules, clock, deliveries, runtime });
  const services = awsServer(core.guard, serviceOf(bus, scheduler, keyService(at("keys"), stack.keys)));
  Object.assign(core.endpoints, { table: table.url, services: await listen(services) });
  closers.addServer(services);
  closers.add(() => runtime.stop());
  closers.add(() => deliveries.halt());
  await warm(runtime);
  return { clock, faults, runtime, table, deadLetters, deliveries, scheduler, environmentOf: core.environmentOf };
}

function openCore(options: PartsOptions, stack: Stack, closers: Closers) {
  const clock = new Clock(options.startAt);
  closers.add(async () => clock.stop());
  const log = openLog(join(options.dataDir, "functions.log"));
  closers.add(() => log.close());
  const credentials = new Credentials();
  const endpoints = { table: "", services: "" };
  const environmentOf = functionEnvironment(credentials, endpoints);
  const runtime = new FunctionRuntime({ specs: stack.functions, clock: clock.shared, environmentOf, onLine: log.line });
  const faults = noFaults();
  const guard: GuardOptions = { credentials, faults, crash: (name) => runtime.crash(name) };
  const onError = (error: unknown) => log.line("host", String(error));
  return { clock, faults, runtime, endpoints, environmentOf, guard, onError, onLine: log.line };
}

function openScheduler(path: string, stack: Stack, core: Core, deliveries: Deliveries): Promise<Scheduler> {
  return Scheduler.open({
    path,
    clock: core.clock,
    groups: stack.scheduleGroups,
    knows: (functionArn) => core.runtime.specOf(functionArn) !== undefined,
    accept: (fresh) => deliveries.accept(fresh),
    onError: core.onError,
  });
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
