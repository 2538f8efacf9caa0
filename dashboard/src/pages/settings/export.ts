import * as v from "valibot";
import type { Client } from "../../data/client.ts";

/** Events pass through as they are, whatever they hold: an export must not lose what this page does not know. */
const Page = v.object({ events: v.array(v.unknown()), cursor: v.nullable(v.string()) });

/** The whole log as one document, page by page. @throws BackstrideError as the service says, or `offline` */
export async function wholeLog(client: Pick<Client, "read">): Promise<{ events: unknown[] }> {
  const events: unknown[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const page: Awaited<ReturnType<typeof client.read<typeof Page>>> = await client.read(`/v1/export${query}`, Page);
    events.push(...(page?.data.events ?? []));
    cursor = page?.data.cursor ?? null;
  }
  return { events };
}
