import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Units of DynamoDB on demand: one write of 1 KB, one strongly consistent read of 4 KB. */
export type Capacity = { readonly writes: number; readonly reads: number };
export type Meter = {
  readonly url: string;
  /** What was consumed since the last time somebody asked. */
  readonly take: () => Capacity;
  readonly stop: () => Promise<unknown>;
};

type Units = { readonly CapacityUnits: number };
/** An operation on several tables says it for each. */
type Consumed = { readonly ConsumedCapacity?: Units | readonly Units[] };

const unitsOf = ({ ConsumedCapacity = [] }: Consumed): number =>
  [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);

/** Stands before a DynamoDB endpoint, asks it with each operation what that consumes, and adds it up. */
export async function startMeter(endpoint: string): Promise<Meter> {
  let [writes, reads] = [0, 0];
  const add = (operation: string, input: object, answer: Consumed, ok: boolean): void => {
    const isWrite = /(Put|Update|Delete)Item$/.test(operation);
    // A write whose condition did not hold costs as much as the write, but its answer does not say so.
    const units = ok ? unitsOf(answer) : Math.ceil(JSON.stringify(input).length / 1024);
    if (isWrite) writes += units;
    else reads += units;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const input = JSON.parse(Buffer.concat(chunks).toString());
    const operation = String(request.headers["x-amz-target"]);
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": operation,
      "x-amz-date": String(request.headers["x-amz-date"]),
      authorization: String(request.headers.authorization),
    };
    const body = JSON.stringify({ ...input, ReturnConsumedCapacity: "TOTAL" });
    const answer = await fetch(endpoint, { method: "POST", headers, body });
    const text = await answer.text();
    add(operation, input, JSON.parse(text), answer.ok);
    response.writeHead(answer.status, { "content-type": headers["content-type"] }).end(text);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = { writes, reads };
      [writes, reads] = [0, 0];
      return taken;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
