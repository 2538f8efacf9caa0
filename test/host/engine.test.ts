import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Credentials } from "../../local/aws/credentials.ts";
import { createTable, type Engine, openEngine } from "../../local/aws/engine.ts";
import { noFaults } from "../../local/faults.ts";
import { temporaryFolder } from "./assembly.ts";

const SCHEMA = {
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
};

let engine: Engine;
let folder: ReturnType<typeof temporaryFolder>;
const credentials = new Credentials();
const faults = noFaults();
const crashed: string[] = [];
const crash = async (name: string) => void crashed.push(name);
const open = () => openEngine(join(folder.path, "table"), { credentials, faults, crash });

beforeEach(async () => {
  folder = temporaryFolder();
  engine = await open();
  await createTable(engine.send, "rows", SCHEMA);
});
afterEach(async () => {
  faults.afterAwsCall = () => "answer";
  await engine.close();
  folder.remove();
});

const headersOf = (name: string, operation: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${credentials.environmentOf(name).AWS_ACCESS_KEY_ID}/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
  "content-type": "application/x-amz-json-1.0",
  "x-amz-date": "20260101T000000Z",
  "x-amz-target": `DynamoDB_20120810.${operation}`,
});
const as = (name: string, operation: string, body: unknown) =>
  fetch(engine.url, { method: "POST", headers: headersOf(name, operation), body: JSON.stringify(body) });
const put = (name: string, pk: string) => as(name, "PutItem", { TableName: "rows", Item: { pk: { S: pk } } });
const count = async () => (await engine.send("Scan", { TableName: "rows" })).Count;

it("keeps its rows over a close, and gives its folder back", async () => {
  await put("record", "a");
  await engine.close();
  engine = await open();
  expect(await count()).toBe(1);
});

it("is on the disk when the log before the present one is a table, too", async () => {
  const before = join(folder.path, "table", "000000.log");
  writeFileSync(before, "");
  let onTheDisk = false;
  const written = engine.written().then(() => {
    onTheDisk = true;
  });
  await put("record", "a");
  expect(await count()).toBe(1);
  expect(onTheDisk).toBe(false);
  rmSync(before);
  await written;
});

it("lets in nobody without a key of this start", async () => {
  const { authorization: _, ...anonymous } = headersOf("record", "ListTables");
  expect((await fetch(engine.url, { method: "POST", headers: anonymous, body: "{}" })).status).toBe(403);
});

it("while it is held only the host and the owner's commands come in; the others wait, and lose nothing", async () => {
  const order: string[] = [];
  const { waiting } = await engine.gate.alone(async () => {
    const later = put("record", "later").then(({ status }) => order.push(`record ${status}`));
    expect((await put("operator", "owner")).status).toBe(200);
    expect(await count()).toBe(1);
    order.push("held");
    return { waiting: later };
  });
  await waiting;
  expect(order).toEqual(["held", "record 200"]);
  await engine.gate.alone(async () => expect(await count()).toBe(2));
});

it("who hangs up at the gate, or in the middle of a request, does no harm to the others", async () => {
  const { port } = new URL(engine.url);
  const text = (name: string, bytes: number) =>
    `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${bytes}\r\n${Object.entries(headersOf(name, "ListTables"))
      .map(([header, value]) => `${header}: ${value}\r\n`)
      .join("")}\r\n{}`;
  const hangUp = async (bytes: number) => {
    const socket = connect(Number(port), "127.0.0.1");
    await once(socket, "connect");
    await new Promise((sent) => socket.write(text("record", bytes), sent));
    await engine.send("ListTables", {});
    socket.destroy();
    await engine.send("ListTables", {});
  };
  await hangUp(1_000);
  await engine.gate.alone(() => hangUp(2));
  expect((await put("record", "a")).status).toBe(200);
  await engine.gate.alone(async () => expect(await count()).toBe(1));
});

it("asks whether an answer may go, from the moment a test wants to know", async () => {
  const seen: unknown[] = [];
  expect((await put("record", "a")).status).toBe(200);
  faults.afterAwsCall = (call) => {
    seen.push(call);
    return call.function === "record" ? "crash" : "answer";
  };
  await expect(put("record", "b")).rejects.toThrow();
  expect((await put("plan", "c")).status).toBe(200);
  expect(seen).toEqual(["record", "plan"].map((name) => ({ function: name, operation: "PutItem" })));
  expect([crashed, await count()]).toEqual([["record"], 3]);
});
