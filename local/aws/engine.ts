import type { RequestListener, Server } from "node:http";
import { createRequire } from "node:module";
import dynalite from "dynalite";
import { HostError } from "../error.ts";
import { noFaults } from "../faults.ts";
import { Gate } from "../gate.ts";
import { listen } from "./endpoint.ts";
import { Credentials, type GuardOptions, guarded, HOST } from "./guard.ts";

/** Sends one DynamoDB operation as the host itself. @throws HostError with the service's own words */
export type Send = (operation: string, input: unknown) => Promise<Record<string, unknown>>;
export type Engine = { readonly url: string; readonly send: Send; readonly close: () => Promise<void> };

/** The part of the table engine's store that is needed to look whether it opens. */
type Store = { open(): Promise<void>; close(): Promise<void> };
type StoreModule = { readonly Level: new (path: string) => Store };

/**
 * DynamoDB: dynalite on disk, on a port of loopback, behind the guard.
 * @param options a folder that no host uses has no functions, and lets nobody in but its opener
 * @throws HostError naming the folder when what is in it cannot be opened
 */
export async function openEngine(path: string, options: GuardOptions = nobodyElse()): Promise<Engine> {
  await proveStore(path);
  const server = dynalite({ path, createTableMs: 0 });
  const [engine] = server.listeners("request") as RequestListener[];
  if (engine === undefined) throw new HostError("The table engine takes no requests.");
  server.removeAllListeners("request");
  server.on("request", guarded(options, engine));
  const url = await listen(server);
  return { url, send: sender(url, options.credentials), close: () => close(server) };
}

/** Makes a table that is ready for rows. @param schema its AttributeDefinitions and KeySchema */
export async function createTable(
  send: Send,
  TableName: string,
  schema: Readonly<Record<string, unknown>>,
): Promise<void> {
  await send("CreateTable", { TableName, ...schema, BillingMode: "PAY_PER_REQUEST" });
  for (;;) {
    const { Table } = (await send("DescribeTable", { TableName })) as { Table: { TableStatus: string } };
    if (Table.TableStatus === "ACTIVE") return;
    await new Promise((later) => setTimeout(later, 5));
  }
}

const nobodyElse = (): GuardOptions => ({
  credentials: new Credentials(),
  gate: new Gate(),
  faults: noFaults(),
  crash: async () => {},
});

/**
 * Opens and closes the store as the table engine will. The engine itself says nothing about a store that it cannot open: it
 * answers no request, and ends the process.
 * @throws HostError naming the folder when the store is damaged or in use
 */
async function proveStore(folder: string): Promise<void> {
  const ours = createRequire(import.meta.url);
  const { Level } = createRequire(ours.resolve("dynalite"))("level") as StoreModule;
  const store = new Level(folder);
  try {
    await store.open();
    await store.close();
  } catch (error) {
    const { cause } = error as { readonly cause?: unknown };
    const reason = cause instanceof Error ? cause.message : String(error);
    throw new HostError(
      `The table in ${folder} cannot be opened (${reason}). If no other Backstride uses it, it is damaged: put back a copy of the data folder, or move it away to begin anew.`,
      error,
    );
  }
}

function sender(url: string, credentials: Credentials): Send {
  const { AWS_ACCESS_KEY_ID } = credentials.environmentOf(HOST);
  const authorization = `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  return async (operation, input) => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        authorization,
        "content-type": "application/x-amz-json-1.0",
        "x-amz-date": "20260101T000000Z",
        "x-amz-target": `DynamoDB_20120810.${operation}`,
      },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new HostError(`The table refused ${operation}: ${answer.message ?? answer.Message}`);
    return answer;
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
