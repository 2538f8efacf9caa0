import type { RequestListener, Server } from "node:http";
import dynalite from "dynalite";
import { HostError } from "../error.ts";
import { ofType, type Template } from "../template/resources.ts";
import { listen } from "./endpoint.ts";
import { proveStore } from "./engine.ts";
import { type Credentials, type GuardOptions, guarded } from "./guard.ts";

export type Table = {
  readonly url: string;
  /** Sends one DynamoDB operation as the host itself. @throws HostError with the service's own words */
  readonly send: (operation: string, input: unknown) => Promise<Record<string, unknown>>;
  readonly close: () => Promise<void>;
};

type Properties = Readonly<Record<string, unknown>>;

/**
 * DynamoDB: dynalite on disk behind the guard, with the tables of the template.
 * @throws HostError naming the folder when what is in it cannot be opened
 */
export async function openTable(path: string, template: Template, options: GuardOptions): Promise<Table> {
  await proveStore(path);
  const server = dynalite({ path, createTableMs: 0 });
  const [engine] = server.listeners("request") as RequestListener[];
  if (engine === undefined) throw new HostError("The table engine takes no requests.");
  server.removeAllListeners("request");
  server.on("request", guarded(options, engine));
  const url = await listen(server);
  const send = sender(url, options.credentials);
  await createTables(template, send);
  return { url, send, close: () => close(server) };
}

async function createTables(template: Template, send: Table["send"]): Promise<void> {
  const { TableNames } = (await send("ListTables", {})) as { TableNames: string[] };
  for (const [id, properties] of ofType(template, "AWS::DynamoDB::GlobalTable")) {
    const name = String(properties.TableName ?? id);
    if (!TableNames.includes(name)) await send("CreateTable", createInput(name, properties));
  }
}

function createInput(name: string, { AttributeDefinitions, KeySchema }: Properties) {
  return { TableName: name, AttributeDefinitions, KeySchema, BillingMode: "PAY_PER_REQUEST" };
}

function sender(url: string, credentials: Credentials): Table["send"] {
  const { AWS_ACCESS_KEY_ID } = credentials.environmentOf("host");
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
