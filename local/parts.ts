import { createServer } from "node:http";
import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { Credentials } from "./aws/credentials.ts";
import { awsServices, lineTo, listen } from "./aws/endpoint.ts";
import type { EngineOptions } from "./aws/engine-thread.ts";
import { eventBridge } from "./aws/event-bridge.ts";
import { type Guard, OPERATOR } from "./aws/guard.mjs";
import { keyService } from "./aws/keys.ts";
import { parameterStore } from "./aws/parameters.ts";
import type { AwsRequest, AwsService } from "./aws/protocol.ts";
import { Scheduler } from "./aws/scheduler.ts";
import { openTable, type Table } from "./aws/table.ts";
import { survives } from "./aws/trouble.ts";
import { Archive } from "./bus/archive.ts";
import { Bus } from "./bus/bus.ts";
import { DeadLetters } from "./bus/dead-letters.ts";
import { Deliveries } from "./bus/deliveries.ts";
import { Clock } from "./clock.ts";
import type { Closers } from "./closers.ts";
import { openLog } from "./data/function-log.ts";
import { Housekeeping } from "./data/housekeeping.ts";
import { faultOf, HostError } from "./error.ts";
import { noFaults } from "./faults.ts";
import { functionEnvironment } from "./functions/environment.ts";
import { FunctionRuntime } from "./functions/runtime.ts";
import { Gate, gateOf } from "./gate.mjs";
import { Guests } from "./guests.ts";
import { type Access, leaveAccess } from "./operator/access.ts";
import { operator } from "./operator/operator.ts";
import { lifeOf } from "./process.ts";
import { type ProviderOptions, providerEnvironment, secretsOf } from "./provider.ts";
import { answersPeople } from "./template/model.ts";
import { REGION } from "./template/resolve.ts";
import type { Stack } from "./template/stack.ts";

export type PartsOptions = {
  readonly dataDir: string;
  readonly startAt?: number;
  readonly provider?: ProviderOptions;
};
export type Parts = Awaited<ReturnType<typeof openParts>>;
type Core = ReturnType<typeof openCore>;

/** Opens everything behind the public port; whatever was opened is among the closers, also when a later part fails. */
export async function openParts(options: PartsOptions, stack: Stack, closers: Closers) {
  const core = openCore(options, stack, closers);
  const { clock, faults, guests, runtime, environmentOf, onError } = core;
  const table = await openTable(join(options.dataDir, "table"), stack.template, core.aws);
  closers.add(table.close);
  const parts = { clock, faults, guests, runtime, table, ...(await openWaiting(options, stack, core, table, closers)) };
  await openServices(options, stack, core, parts, closers);
  closers.add(() => runtime.stop());
  closers.add(() => parts.deliveries.halt());
  await warm(runtime);
  const housekeeping = new Housekeeping({ ...parts, tables: stack.tables, send: table.send, onError });
  closers.add(() => housekeeping.stop());
  const forget = leaveAccess(options.dataDir, accessOf(stack, core));
  closers.add(async () => forget());
  return { ...parts, housekeeping, environmentOf, onError };
}

/** What waits on the disk: deliveries, schedules, dead letters, and the archive of what came. */
async function openWaiting(options: PartsOptions, stack: Stack, core: Core, table: Table, closers: Closers) {
  const at = (name: string) => join(options.dataDir, name);
  const deadLetters = await DeadLetters.open(at("queues"), stack.queues);
  closers.add(() => deadLetters.close());
  const path = at("bus.jsonl");
  const deliveries = await Deliveries.open({ ...core, path, deadLetters, written: table.written });
  closers.add(() => deliveries.close());
  const scheduler = await openScheduler(at("schedules.jsonl"), stack, core, deliveries);
  closers.add(() => scheduler.close());
  const whenIdle = async () => {
    do await deliveries.whenIdle();
    while (scheduler.busy && (await scheduler.settled()));
  };
  const archive = new Archive(at("archive"), stack.archive);
  closers.add(() => archive.close());
  return { deadLetters, deliveries, scheduler, archive, whenIdle };
}

/** Where the functions, and the commands of this computer's owner, find the services. */
async function openServices(options: PartsOptions, stack: Stack, core: Core, parts: Open, closers: Closers) {
  const { endpoints, lines } = core;
  const listener = awsServices(guardOf(core), servicesOf(options, stack, core, parts));
  const services = createServer(listener);
  Object.assign(endpoints, { table: parts.table.url, services: await listen(services) });
  lines.set(endpoints.table, parts.table.line).set(endpoints.services, () => lineTo(listener));
  closers.addServer(services);
}

type Open = Omit<Parts, "housekeeping" | "environmentOf" | "onError">;

function accessOf(stack: Stack, { aws, endpoints }: Core): Access {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = aws.credentials.environmentOf(OPERATOR);
  const [tableName = "", busName = "", scheduleGroup = ""] = [stack.tables[0], stack.buses[0], stack.scheduleGroups[0]];
  const key = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return {
    pid: process.pid,
    life: lifeOf(process.pid),
    ...endpoints,
    ...key,
    region: REGION,
    tableName,
    busName,
    scheduleGroup,
  };
}

function openCore(options: PartsOptions, stack: Stack, closers: Closers) {
  const clock = new Clock(options.startAt);
  closers.add(async () => clock.stop());
  const log = openLog(join(options.dataDir, "functions.log"));
  closers.add(() => log.close());
  const credentials = new Credentials();
  const endpoints = { table: "", services: "" };
  const lines = new Map<string, () => MessagePort>();
  const environmentOf = functionEnvironment(credentials, endpoints, providerEnvironment(options.provider));
  const runtime = new FunctionRuntime({
    specs: stack.functions,
    clock: clock.shared,
    environmentOf,
    inBackground: (spec) => !answersPeople(spec, stack.routes),
    lines: () => Object.fromEntries(Array.from(lines, ([url, open]) => [new URL(url).host, open()])),
    onLine: log.line,
  });
  const faults = noFaults();
  const aws: EngineOptions = { credentials, faults, crash: (name) => runtime.crash(name) };
  const onError = (error: unknown) =>
    log.line("host", JSON.stringify({ level: "error", message: "host trouble", ...faultOf(error) }));
  return {
    clock,
    faults,
    guests: new Guests(),
    runtime,
    endpoints,
    lines,
    environmentOf,
    aws,
    gate: new Gate(),
    onError,
    onLine: log.line,
  };
}

/** Of the bus, the scheduler and the keys. */
function guardOf({ aws, gate }: Core): Guard {
  return { secret: aws.credentials.secret, gate, mayAnswer: (call) => survives(aws, call) };
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

/** By the request's target or path; null: nobody knows it. */
function servicesOf(options: PartsOptions, stack: Stack, core: Core, parts: Open) {
  const { clock, archive, scheduler, table, whenIdle } = parts;
  const bus = new Bus({ ...parts, buses: stack.buses, rules: stack.rules });
  const events = eventBridge({ bus, archive, whenIdle, now: () => clock.now() });
  const gate = gateOf([core.gate, table.gate]);
  const commands = operator({ ...parts, ...options, gate, send: table.send, routes: stack.routes });
  const keys = keyService(join(options.dataDir, "keys"), stack.keys);
  const parameters = parameterStore(secretsOf(options.provider));
  return (request: AwsRequest): AwsService | null => {
    if (request.target === "AmazonSSM.GetParameter") return parameters;
    if (request.target.startsWith("TrentService.")) return keys;
    if (request.path.startsWith("/schedules/")) return (given) => scheduler.serve(given);
    return events(request) ?? commands(request);
  };
}

async function warm(runtime: FunctionRuntime): Promise<void> {
  const [broken] = await runtime.warm();
  if (broken === undefined) return;
  throw new HostError(`The function ${broken.name} cannot be loaded: ${broken.error.errorMessage}`, broken.error);
}
