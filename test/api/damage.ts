import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { RealHost } from "./real-host.ts";

/** Something that only a stranger to `ingest` puts on the bus. */
export async function poison({ host }: RealHost, person: string, text: string): Promise<void> {
  const set = host.environmentOf("ingest");
  const { AWS_ACCESS_KEY_ID: accessKeyId = "", AWS_SECRET_ACCESS_KEY: secretAccessKey = "" } = set;
  const endpoint = set.AWS_ENDPOINT_URL_EVENTBRIDGE ?? set.AWS_ENDPOINT_URL ?? "";
  const client = new EventBridgeClient({ endpoint, region: "local", credentials: { accessKeyId, secretAccessKey } });
  const Detail = JSON.stringify({ meta: { person }, event: { notes: text } });
  const entry = { EventBusName: set.BUS_NAME, Source: "backstride", DetailType: "checkin.reported.v1", Detail };
  const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries: [entry] }));
  if (FailedEntryCount !== 0) throw new Error("The bus did not take it.");
  client.destroy();
}

/** The newest fold becomes unreadable, so that whoever reads it meets an error that nobody foresaw, and which quotes it. */
export async function damage({ host }: RealHost, person: string, text: string): Promise<void> {
  const { TABLE_NAME: TableName } = host.environmentOf("record");
  const where = { TableName, KeyConditionExpression: "pk = :p AND begins_with(sk, :s)" };
  const values = { ":p": { S: `U#${person}` }, ":s": { S: "R#" } };
  const { Items } = await host.table("Query", { ...where, ExpressionAttributeValues: values });
  for (const item of Items as object[]) {
    await host.table("PutItem", { TableName, Item: { ...item, checkpoint: { S: text } } });
  }
}
