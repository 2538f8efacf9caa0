import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DynamoDBClient, ScanCommand, waitUntilTableExists } from "@aws-sdk/client-dynamodb";

/*
 * A table in memory and a KMS with a real key, both on loopback, found by the SDK through the environment. A client looks there once,
 * when it is made: whoever imports a function imports this before it.
 */

const dynalite = createRequire(import.meta.url)("dynalite") as (options: object) => Server;

/** What happens to writes: `budget` of them go through, then the function's process is as good as dead. */
type Crash = { budget: number; answerLost: boolean };

let table: Server | null = null;
let crash: Crash | null = null;
let writes = 0;

/** Lets `budget` writes through; the next is never made (or made, but its answer lost), and nothing works after it. */
export function crashAfter(budget: number, answerLost = false): void {
  crash = { budget, answerLost };
}

export function recover(): void {
  crash = null;
  writes = 0;
}

/** Writes since the last `recover`. */
export const writesMade = (): number => writes;

const ENVIRONMENT = {
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_MAX_ATTEMPTS: "1",
  TABLE_NAME: "backstride",
  SIGNING_KEY_ID: "signing-key",
  PUSH_KEY_ID: "push-key",
};

const front = createServer((request, response) => throughCrash(request, response));
const keys = createServer((request, response) => void kms(request, response));
const services = await listen(keys);
Object.assign(process.env, ENVIRONMENT, {
  AWS_ENDPOINT_URL_DYNAMODB: await listen(front),
  AWS_ENDPOINT_URL_KMS: services,
  AWS_ENDPOINT_URL_SSM: services,
});

export async function stopCloud(): Promise<void> {
  for (const server of [front, keys]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** An empty table: a new engine behind the same address. */
export async function freshTable(): Promise<void> {
  recover();
  table = dynalite({ createTableMs: 0 });
  const client = new DynamoDBClient({});
  await client.send(
    new CreateTableCommand({
      TableName: ENVIRONMENT.TABLE_NAME,
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  await waitUntilTableExists(
    { client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.05 },
    { TableName: ENVIRONMENT.TABLE_NAME },
  );
  client.destroy();
}

/** The whole table as text. */
export async function everything(): Promise<string> {
  const client = new DynamoDBClient({});
  const { Items } = await client.send(new ScanCommand({ TableName: ENVIRONMENT.TABLE_NAME }));
  client.destroy();
  return JSON.stringify(Items);
}

function throughCrash(request: IncomingMessage, response: ServerResponse): void {
  const isWrite = /\.(PutItem|DeleteItem)$/.test(String(request.headers["x-amz-target"]));
  if (isWrite) writes += 1;
  const dead =
    crash !== null && (writes > crash.budget + (crash.answerLost ? 1 : 0) || (!isWrite && writes > crash.budget));
  const last = crash?.answerLost === true && isWrite && writes === crash.budget + 1;
  if (dead) {
    request.socket.destroy();
    return;
  }
  if (last) response.end = (() => response.socket?.destroy()) as unknown as typeof response.end;
  table?.emit("request", request, response);
}

let key = newKey();

function newKey(): KeyObject {
  return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
}

/** From now on KMS signs with another key, which is returned. */
export function replaceKey(): KeyObject {
  key = newKey();
  return key;
}

const pushPrivateKey = generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;

async function kms(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (request.headers["x-amz-target"] === "AmazonSSM.GetParameter") return parameter(text, response);
  const input = JSON.parse(text) as { KeyId: string; Message: string };
  const ours = input.KeyId === "push-key" ? pushPrivateKey : key;
  const body =
    request.headers["x-amz-target"] === "TrentService.GetPublicKey"
      ? { PublicKey: createPublicKey(ours).export({ type: "spki", format: "der" }).toString("base64") }
      : { Signature: sign("sha256", Buffer.from(input.Message, "base64"), ours).toString("base64") };
  response.writeHead(200, { "content-type": "application/x-amz-json-1.1" });
  response.end(JSON.stringify({ KeyId: input.KeyId, ...body }));
}

const secrets = new Map<string, string>();

/** A SecureString of the Parameter Store. */
export function keepSecret(name: string, value: string): void {
  secrets.set(name, value);
}

function parameter(text: string, response: ServerResponse): void {
  const { Name, WithDecryption } = JSON.parse(text) as { Name: string; WithDecryption: boolean };
  const Value = WithDecryption ? secrets.get(Name) : undefined;
  response.writeHead(Value === undefined ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
  response.end(JSON.stringify(Value === undefined ? { __type: "ParameterNotFound" } : { Parameter: { Name, Value } }));
}

async function listen(server: Server): Promise<string> {
  // On a busy computer, seconds lie between two requests; a connection must not be closed just as it is used again.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
