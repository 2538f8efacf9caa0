import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";

/** An empty table of its own name, and where it is. */
export type TestTable = { readonly url: string; readonly name: string; readonly close: () => Promise<void> };

/**
 * A table for one test file: in memory, or at the endpoint that BACKSTRIDE_TEST_DYNAMODB names (any engine that speaks
 * DynamoDB). Credentials have to be in the environment already.
 */
export async function openTable(): Promise<TestTable> {
  const given = process.env.BACKSTRIDE_TEST_DYNAMODB;
  const engine = given === undefined || given === "" ? await startEngine() : { url: given, stop: async () => {} };
  const name = `backstride-test-${randomUUID()}`;
  const client = new DynamoDBClient({ endpoint: engine.url });
  await create(client, name);
  const close = async () => {
    await client.send(new DeleteTableCommand({ TableName: name }));
    client.destroy();
    await engine.stop();
  };
  return { url: engine.url, name, close };
}

async function startEngine(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dynalite = createRequire(import.meta.url)("dynalite") as (options: { createTableMs: number }) => Server;
  const server = dynalite({ createTableMs: 0 });
  return { url: await listen(server), stop: () => stop(server) };
}

async function create(client: DynamoDBClient, TableName: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk"].map((name) => ({ AttributeName: name, AttributeType: "S" as const })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 0.01, maxDelay: 1 }, { TableName });
}

/** Listens on a port of the loopback interface that the system chooses. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", ready);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
