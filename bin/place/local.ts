import { join, resolve } from "node:path";
import { HostError } from "../../local/error.ts";
import { startHost } from "../../local/host.ts";
import { type Access, accessTo } from "../../local/operator/access.ts";
import { ROOT } from "../../local/root.ts";
import { clientsFor, type Place } from "./place.ts";

/** Asks the host for what AWS has no name for. @throws HostError with the host's own words */
export type Ask = <T>(operation: string, input?: unknown) => Promise<T>;
export type LocalPlace = Place & {
  readonly ask: Ask /** Whether a host was running already. */;
  readonly running: boolean;
};

/** The data folder that commands act on, and `npm start` uses. */
export const dataFolder = (): string => resolve(process.env.BACKSTRIDE_DATA ?? join(ROOT, ".backstride"));

/**
 * Works with the installation of a data folder: with the host that runs, else with one that is started for as long as this
 * takes and answers no browser.
 */
export async function withLocal<T>(folder: string, work: (place: LocalPlace) => Promise<T>): Promise<T> {
  const running = accessTo(folder);
  if (running !== null) return work(await placeOf(running, true));
  const host = await startHost({ port: 0, dataDir: folder, assembly: join(ROOT, "cdk.out"), sites: [] });
  try {
    const access = accessTo(folder);
    if (access === null) throw new HostError("The host left no access in its data folder.");
    return await work(await placeOf(access, false));
  } finally {
    await host.stop();
  }
}

async function placeOf(access: Access, running: boolean): Promise<LocalPlace> {
  const { accessKeyId, secretAccessKey, region, tableName, busName, scheduleGroup } = access;
  const clients = await clientsFor({ region, credentials: { accessKeyId, secretAccessKey } }, access);
  const ask = asking(access);
  const settled = async () => (await ask<{ now: number }>("WhenIdle")).now;
  return { ...clients, tableName, busName, scheduleGroup, settled, ask, running };
}

function asking({ services, accessKeyId }: Access): Ask {
  return async <T>(operation: string, input: unknown = {}) => {
    const response = await fetch(services, {
      method: "POST",
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/operator`,
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `Backstride.${operation}`,
      },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new HostError(String(answer.message).replace(/^HostError: /, ""));
    return answer;
  };
}
