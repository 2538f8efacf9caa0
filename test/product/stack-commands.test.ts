import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { backstride } from "../../bin/backstride.ts";
import { readRows } from "../../bin/doctor/rows.ts";
import { stackNamed } from "../../bin/place/aws.ts";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import { accessTo } from "../../local/operator/access.ts";
import { RealHost } from "../api/real-host.ts";
import { checkin, session } from "../pipeline/events.ts";
import { type NamedTable, tableNamed } from "./aws-table.ts";

/*
 * What the commands do with a stack on AWS, with the SDK as it finds AWS in its environment: here the local host answers.
 */
const PATIENCE_MS = 120_000;
const STACK = "backstride-main";

let host: RealHost;
let ann: TokenAnswer;
let table: NamedTable;
beforeAll(async () => {
  host = await RealHost.start();
  ann = await host.register("Ann", host.host.setupCode ?? "");
  const events = [session("2026-11-20"), checkin("2026-11-21")].map((event) => ({ ...event, source: "api" }));
  await host.json("POST /v1/events", { events }, ann.access_token);
  await host.host.whenIdle();
}, PATIENCE_MS);
afterAll(() => host.stop());
beforeEach(async () => {
  const access = accessTo(host.dataDir);
  if (access === null) throw new Error("the host left no access");
  table = await tableNamed(access.table, access.tableName, `${STACK}-DataTable5A1B-1XYZ`);
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", table.url);
  vi.stubEnv("AWS_ENDPOINT_URL_EVENTBRIDGE", access.services);
  vi.stubEnv("AWS_ENDPOINT_URL_SCHEDULER", access.services);
  vi.stubEnv("AWS_REGION", access.region);
  vi.stubEnv("AWS_ACCESS_KEY_ID", access.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", access.secretAccessKey);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await table.stop();
});

async function command(...args: string[]): Promise<{ code: number; said: string; warned: string }> {
  const said: string[] = [];
  const warned: string[] = [];
  const code = await backstride(args, { say: (line) => said.push(line), warn: (line) => warned.push(line) });
  return { code, said: said.join("\n"), warned: warned.join("\n") };
}

/** On one computer a second is plenty; on AWS it waits ten. */
const doctor = (...more: string[]) =>
  command("doctor", "--stack", STACK, "--person", ann.person.id, "--settle", "1", ...more);

/** The week's row of the only session, and what puts it back wrong. */
async function week(change?: Record<string, unknown>): Promise<Record<string, unknown>> {
  const place = await stackNamed(STACK);
  const rows = (await readRows(place, `U#${ann.person.id}`)).get(`U#${ann.person.id}`);
  const [, row] = [...(rows ?? [])].find(([sk]) => sk.startsWith("R#")) ?? [];
  if (row === undefined) throw new Error("no week is there");
  if (change !== undefined) {
    const Item = marshall({ ...row, ...change }, { removeUndefinedValues: true });
    await place.table.send(new PutItemCommand({ TableName: place.tableName, Item }));
    return unmarshall(Item);
  }
  return row;
}

it(
  "doctor looks at one person of a stack, finds what differs, and has it repaired over the bus",
  async () => {
    expect(await doctor()).toMatchObject({ code: 0, said: "Looked at 1 person: nothing differs." });
    const before = await week();
    await week({ totals: { sessions: 99 } });
    const found = await doctor();
    expect(found.code).toBe(1);
    expect(found.said).toMatch(/week 2026-W47 differs from its events/);
    expect((await doctor("--repair")).code).toBe(0);
    expect((await week()).totals).toEqual(before.totals);
  },
  PATIENCE_MS,
);

it(
  "replay sends the archive through a stack's rules again, and nothing has changed by it",
  async () => {
    const before = await host.rows();
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const to = new Date(Date.now() + 60_000).toISOString();
    expect(await command("replay", "--stack", STACK, "--from", yesterday, "--to", to)).toMatchObject({
      code: 0,
      said: "Replayed.",
    });
    await host.host.whenIdle();
    expect(host.log().match(/"message":"recorded"/g)?.length).toBeGreaterThanOrEqual(4);
    const without = (rows: string) => rows.replace(/"rev":\{"N":"\d+"\}/g, "");
    expect(without(await host.rows())).toBe(without(before));
  },
  PATIENCE_MS,
);

it.each([
  ["doctor", "--person", "nobody"],
  ["replay", "--from", "2026-11-20"],
])(
  "%s says so when there is no such stack, or when AWS lets nobody in",
  async (name, ...more) => {
    const none = await command(name, "--stack", "backstride-none", ...more);
    expect(none).toMatchObject({ code: 1, warned: expect.stringMatching(/no table of a stack "backstride-none"/) });
    vi.stubEnv("AWS_ACCESS_KEY_ID", "somebody");
    const stranger = await command(name, "--stack", STACK, ...more);
    expect(stranger).toMatchObject({ code: 1, warned: expect.stringMatching(/AWS did not answer .*Check AWS_REGION/) });
  },
  PATIENCE_MS,
);
