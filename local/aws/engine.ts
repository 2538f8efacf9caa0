import type { MessagePort } from "node:worker_threads";
import { HostError } from "../error.ts";
import { noFaults } from "../faults.ts";
import type { Holdable } from "../gate.mjs";
import { Credentials } from "./credentials.ts";
import { type EngineOptions, EngineThread } from "./engine-thread.ts";
import { HOST } from "./guard.mjs";

/** Sends one DynamoDB operation as the host itself. @throws HostError with the service's own words */
export type Send = (operation: string, input: unknown) => Promise<Record<string, unknown>>;
export type Engine = {
  readonly url: string;
  readonly send: Send;
  /** The way of the functions to the table. */
  readonly gate: Holdable;
  /** Opens a line to the engine, past the sockets. */
  readonly line: () => MessagePort;
  /** Resolves when every write that was answered so far would survive a power cut. */
  readonly written: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * DynamoDB: dynalite on disk, in a thread of its own, on a port of loopback, behind the guard.
 * @param options a folder that no host uses has no functions, and lets nobody in but its opener
 * @throws HostError naming the folder when what is in it cannot be opened
 */
export async function openEngine(path: string, options: EngineOptions = nobodyElse()): Promise<Engine> {
  const thread = new EngineThread(path, options);
  const url = await thread.url;
  return {
    url,
    send: sender(url, options.credentials),
    gate: thread,
    line: () => thread.line(),
    written: () => thread.written(),
    close: () => thread.close(),
  };
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

const nobodyElse = (): EngineOptions => ({ credentials: new Credentials(), faults: noFaults(), crash: async () => {} });

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
