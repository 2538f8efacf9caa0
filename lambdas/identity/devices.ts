import type { DeviceInfo } from "../../core/contract/api.ts";
import { BackstrideError } from "../../core/error.ts";
import { key, personKey } from "../adapters/keys.ts";
import { deviceOf } from "../adapters/people.ts";
import { ABSENT, deleteRow, getRow, PRESENT, putRow, queryAll } from "../adapters/table.ts";
import type { Context } from "./context.ts";

/** What a phone said about itself and its watch when it asked to be paired. */
export type DeviceLabel = { readonly id: string; readonly name: string; readonly model: string; readonly app: string };

type Key = { readonly pk: string; readonly sk: string };

const MAX_DEVICES = 10;

export async function listDevices(person: string): Promise<DeviceInfo[]> {
  const rows = await queryAll(personKey(person), { prefix: key.device("") });
  return rows.map(deviceOf).sort((a, b) => a.pairedAt.localeCompare(b.pairedAt));
}

/** @param pairing key of the pairing's row, which names the person too */
export async function addDevice(ctx: Context, person: string, device: DeviceLabel, pairing: Key): Promise<void> {
  const { id, name, model, app } = device;
  const pairedAt = new Date(ctx.now).toISOString();
  const own = { pk: personKey(person), sk: key.device(id) };
  await putRow({ ...own, id, name, model, app, pairedAt, lastSeenAt: null, elsewhere: [pairing] }, ABSENT);
}

/** @throws BackstrideError `conflict` when one more would be too many */
export async function refuseTooManyDevices(person: string): Promise<void> {
  if ((await queryAll(personKey(person), { prefix: key.device("") })).length < MAX_DEVICES) return;
  throw new BackstrideError("conflict", `An account has ${MAX_DEVICES} devices at most. Remove one, then try again.`);
}

export const deviceExists = async (person: string, device: string): Promise<boolean> =>
  (await getRow(personKey(person), key.device(device))) !== null;

/** Unpairs. `authorize` and every refresh look for this row, so it takes effect with the next request. */
export const removeDevice = (person: string, device: string): Promise<boolean> =>
  deleteRow(personKey(person), key.device(device), PRESENT);

/** @throws BackstrideError `not_found` when the person has no such device */
export async function revokeDevice(person: string, device: string): Promise<void> {
  if (await removeDevice(person, device)) return;
  throw new BackstrideError("not_found", "There is no such device among yours.", { field: "id" });
}
