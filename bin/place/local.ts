import { join, resolve } from "node:path";
import { isUsed } from "../../local/data/folder.ts";
import { HostError } from "../../local/error.ts";
import { startHost } from "../../local/host.ts";
import { type Access, accessTo } from "../../local/operator/access.ts";
import { ROOT } from "../../local/root.ts";
import { clientsFor, type Place } from "./place.ts";

/** Asks the host for what AWS has no name for. @throws HostError with the host's own words */
export type Ask = <T>(operation: string, input?: unknown) => Promise<T>;
export type LocalPlace = Place & { readonly ask: Ask };

/** The data folder that commands act on, and `npm start` uses. */
export const dataFolder = (): string => resolve(process.env.BACKSTRIDE_DATA ?? join(ROOT, ".backstride"));

/**
 * Works with the installation of a data folder: with the host that runs, else with one that is started for as long as this
 * takes and answers no browser.
 * @throws HostError when there is none in that folder
 */
export async function withLocal<T>(folder: string, work: (place: LocalPlace) => Promise<T>): Promise<T> {
  requireUsed(folder);
  const running = accessTo(folder);
  if (running !== null) return work(await placeOf(running));
  const host = await startHost({ port: 0, dataDir: folder, assembly: join(ROOT, "cdk.out"), sites: [] });
  try {
    const access = accessTo(folder);
    if (access === null) throw new HostError("The host left no access in its data folder.");
    return await work(await placeOf(access));
  } finally {
    await host.stop();
  }
}

/** A command looks at what is there; it begins nothing. @throws HostError when nothing was ever kept in the folder */
export function requireUsed(folder: string): void {
  if (isUsed(folder)) return;
  throw new HostError(
    `There is no Backstride in ${folder}. Start it there once, or name its folder in BACKSTRIDE_DATA.`,
  );
}

async function placeOf(access: Access): Promise<LocalPlace> {
  const { accessKeyId, secretAccessKey, region, tableName, busName, scheduleGroup } = access;
  const clients = await clientsFor({ region, credentials: { accessKeyId, secretAccessKey } }, access);
  const ask = asking(access);
  const settled = async () => (await ask<{ now: number }>("WhenIdle")).now;
  return { ...clients, tableName, busName, scheduleGroup, settled, ask };
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
    }).catch((error: unknown) => {
      throw new HostError("Backstride stopped before it had answered. Look why, then try again.", error);
    });
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new HostError(String(answer.message).replace(/^HostError: /, ""));
    return answer;
  };
}
