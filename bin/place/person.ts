import * as v from "valibot";
import { HostError } from "../../local/error.ts";
import type { CallAnswer } from "../../local/operator/call.ts";
import { peopleIn } from "../doctor/plan.ts";
import { readRows } from "../doctor/rows.ts";
import { dataFolder, type LocalPlace, withLocal } from "./local.ts";

/** The API in one person's name. */
export type PersonApi = (
  route: string,
  input: { readonly query?: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<CallAnswer>;

/** @param url an installation elsewhere, with an access token in BACKSTRIDE_TOKEN; else that of the data folder */
export async function withPerson<T>(
  { url, person }: { readonly url: string | undefined; readonly person: string | undefined },
  work: (api: PersonApi) => Promise<T>,
): Promise<T> {
  if (url !== undefined) return work(remote(url));
  return withLocal(dataFolder(), async (place) => {
    const id = await personNamed(place, person);
    return work((route, input) => place.ask("Call", { route, person: id, ...input }));
  });
}

function remote(url: string): PersonApi {
  const token = process.env.BACKSTRIDE_TOKEN;
  if (token === undefined || token === "") {
    throw new HostError("Put an access token into the environment as BACKSTRIDE_TOKEN; it says whose log it is.");
  }
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new HostError(`${url} is no address of an installation; it begins with https:// or http://.`);
  }
  return async (route, { query = {}, body }) => {
    const [method = "GET", path] = route.split(" ");
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const address = new URL(`${path}?${new URLSearchParams(query)}`, url);
    const answer = await fetch(address, { method, headers, ...(body === undefined ? {} : { body }) }).catch(
      (error: unknown) => {
        throw new HostError(`Nobody answers at ${address.origin}. Look at the address and at your network.`, error);
      },
    );
    return { status: answer.status, body: await answer.text() };
  };
}

/** By id or by name; without either, the only one there is. */
async function personNamed(place: LocalPlace, wanted: string | undefined): Promise<string> {
  const people = peopleIn(await readRows(place, null));
  const found = people.filter(({ person, name }) => wanted === undefined || wanted === person || wanted === name);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only.person;
  if (people.length === 0) throw new HostError("There is no account here yet.");
  const names = people.map(({ name, person }) => `${name} (${person})`).join(", ");
  throw new HostError(`Say whose log it is with --person: ${names}.`);
}

const Problem = v.object({ detail: v.string() });

/** The answer's JSON. @throws HostError with what the API said was wrong */
export function read<T>({ status, body }: CallAnswer): T {
  if (status < 300) return jsonIn(body) as T;
  const problem = v.safeParse(v.pipe(v.string(), v.parseJson(), Problem), body);
  throw new HostError(problem.success ? problem.output.detail : `The installation answered with ${status}.`);
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new HostError("What answers at that address is no Backstride.", error);
  }
}
