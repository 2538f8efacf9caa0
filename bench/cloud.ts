import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LogEvent } from "../core/contract/event.ts";
import { DEVICE_SCOPES } from "../core/contract/routes.ts";
import { listen } from "../local/aws/endpoint.ts";
import { keyService } from "../local/aws/keys.ts";
import { type Aws, startAws } from "../test/pipeline/aws.ts";
import { DEVICE, PERSON } from "../test/pipeline/events.ts";
import { type Capacity, type Meter, startMeter } from "./meter.ts";

const FUNCTIONS = ["authorize", "ingest", "record", "plan", "remind", "read"] as const;
type Name = (typeof FUNCTIONS)[number];
type Handler = (event: unknown, context: unknown) => Promise<unknown>;
type Answer = { readonly statusCode: number; readonly body: string };

const KEY = "arn:aws:kms:eu-central-1:000000000000:key/bench";
const CONTEXT = { getRemainingTimeInMillis: () => 10_000, awsRequestId: "bench" };

/** The deployed bundles in this process, one call at a time, before a table whose capacity is metered; one person with a watch. */
export class MeteredCloud {
  private readonly spent = new Map<Name, Capacity>();
  private token = "";
  private minutes = 0;
  private readonly realNow = Date.now;

  private constructor(
    private readonly aws: Aws,
    private readonly meter: Meter,
    private readonly handlers: ReadonlyMap<Name, Handler>,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<MeteredCloud> {
    const aws = await startAws();
    const meter = await startMeter(String(process.env.AWS_ENDPOINT_URL_DYNAMODB));
    const keys = await startKeys();
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: meter.url,
      AWS_ENDPOINT_URL_KMS: keys.url,
      SIGNING_KEY_ID: KEY,
    });
    const handlers = new Map<Name, Handler>();
    for (const name of FUNCTIONS) {
      const { handler } = await import(pathToFileURL(`dist/functions/${name}/index.mjs`).href);
      handlers.set(name, handler);
    }
    const cloud = new MeteredCloud(aws, meter, handlers, async () => {
      Date.now = cloud.realNow;
      await Promise.all([aws.stop(), meter.stop(), keys.stop()]);
    });
    Date.now = () => cloud.realNow() + cloud.minutes * 60_000;
    await cloud.pair();
    return cloud;
  }

  /** `POST /v1/events` of the watch, and all that follows from it. */
  async post(events: readonly LogEvent[]): Promise<void> {
    const sent = events.map((event) => ({ ...event, source: "watch", deviceId: undefined }));
    await this.request("POST /v1/events", "ingest", JSON.stringify({ events: sent }));
    const { entries } = this.aws;
    for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
      const delivery = { id: "bench", detail: JSON.parse(entry.Detail) };
      if (entry.DetailType === "progress.updated.v1") await this.run("plan", delivery);
      else if ("event" in delivery.detail) await this.run("record", delivery);
    }
  }

  async get(path: string): Promise<unknown> {
    return this.request(`GET ${path}`, "read");
  }

  /** The alarm of the person rings. */
  async ring(): Promise<void> {
    const [schedule] = this.aws.schedules.values();
    const target = schedule?.Target as { Input: string } | undefined;
    if (target === undefined) throw new Error("No alarm is set.");
    await this.run("remind", JSON.parse(target.Input));
    this.aws.entries.length = 0;
  }

  /** As if the watch had last been here long ago: its next call is noted again, and it is the first of its minute. */
  async later(): Promise<void> {
    this.minutes += 1;
    const { putRow } = await import("../lambdas/adapters/table.ts");
    await putRow({ pk: `U#${PERSON}`, sk: `D#${DEVICE}`, id: DEVICE, name: "Ann's watch", model: "Amazfit Balance" });
    this.meter.take();
  }

  /** What each function has consumed since the last time somebody asked. */
  take(): ReadonlyMap<Name, Capacity> {
    const taken = new Map(this.spent);
    this.spent.clear();
    return taken;
  }

  private async pair(): Promise<void> {
    await this.later();
    const { putRow } = await import("../lambdas/adapters/table.ts");
    await putRow({ pk: `U#${PERSON}`, sk: "ACCOUNT", name: "Ann", admin: true, deletedAt: null });
    const { signWithKms } = await import("../lambdas/adapters/signing.ts");
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: "backstride", aud: "backstride", sub: PERSON, did: DEVICE } as const;
    this.token = await signWithKms({ ...claims, scope: DEVICE_SCOPES.join(" "), iat, exp: iat + 900 }, Date.now());
    this.meter.take();
  }

  private async request(routeKey: string, name: Name, body?: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.token}` };
    const event = { routeKey, headers, isBase64Encoded: false, ...(body === undefined ? {} : { body }) };
    const { context } = (await this.run("authorize", { ...event, requestContext: {} })) as { context: object };
    const requestContext = { requestId: "bench", authorizer: { lambda: context } };
    const answer = (await this.run(name, { ...event, requestContext })) as Answer;
    if (answer.statusCode >= 300) throw new Error(`${routeKey}: ${answer.statusCode} ${answer.body}`);
    return JSON.parse(answer.body);
  }

  private async run(name: Name, event: unknown): Promise<unknown> {
    const answer = await this.handlers.get(name)?.(event, CONTEXT);
    const { writes, reads } = this.meter.take();
    const before = this.spent.get(name) ?? { writes: 0, reads: 0 };
    this.spent.set(name, { writes: before.writes + writes, reads: before.reads + reads });
    return answer;
  }
}

async function startKeys() {
  const folder = mkdtempSync(join(tmpdir(), "backstride-bench-"));
  const service = keyService(folder, [{ arn: KEY, spec: "RSA_2048" }]);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const target = String(request.headers["x-amz-target"]);
    const answer = service({ method: "POST", path: "/", query: new URLSearchParams(), target, body });
    response.writeHead(200, { "content-type": answer.contentType }).end(JSON.stringify(answer.body));
  });
  const url = await listen(server);
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true });
  };
  return { url, stop };
}
