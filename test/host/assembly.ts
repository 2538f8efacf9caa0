import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error plain JavaScript without declarations
import { buildStandIns } from "../../bin/build.mjs";
import { type Host, type HostOptions, startHost } from "../../local/host.ts";

/** A folder that is removed at the end. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "backstride-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The real stack around the stand-in functions of `fixtures/functions`: one for all tests, so not to be changed. */
export const fixtureAssembly = (): Promise<string> => buildStandIns();

/** A copy of it in `folder` that a test may change. */
export async function ownAssembly(folder: string): Promise<string> {
  const copy = join(folder, "cdk.out");
  cpSync(await fixtureAssembly(), copy, { recursive: true });
  return copy;
}

export function startFixture(assembly: string, dataDir: string, more: Partial<HostOptions> = {}): Promise<Host> {
  return startHost({ port: 0, dataDir, assembly, sites: [], ...more });
}

/** Posts events through the API as `anna`. */
export async function post(host: Pick<Host, "url">, ...events: Record<string, unknown>[]): Promise<Response> {
  const body = JSON.stringify({
    events: events.map((event) => ({ type: "session.recorded.v1", quiet: true, ...event })),
  });
  const headers = { "content-type": "application/json", authorization: "Bearer anna" };
  return fetch(`${host.url}/v1/events`, { method: "POST", headers, body });
}

type Item = Record<string, { S?: string; N?: string }>;

/** One row of the stand-ins: `seen` counts calls, `done` and `reminded` say that one went through, and when. */
export async function row(host: Host, pk: string, sk: string): Promise<{ seen: number; at: number } | null> {
  const { TABLE_NAME } = host.environmentOf("record");
  const answer = await host.table("GetItem", { TableName: TABLE_NAME, Key: { pk: { S: pk }, sk: { S: sk } } });
  const item = answer.Item as Item | undefined;
  return item === undefined ? null : { seen: Number(item.seen?.N ?? 0), at: Number(item.at?.N ?? 0) };
}
