import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type NamedTable = { readonly url: string; readonly stop: () => Promise<void> };

/** The table engine behind the name that CloudFormation would have given its table, among those of other stacks. */
export async function tableNamed(engine: string, local: string, name: string): Promise<NamedTable> {
  const server = createServer((request, response) => void forward(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const others = ["another", "backstride-test-DataTable-2", "zebra"];

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    const sent = await fetch(engine, {
      method: "POST",
      headers: {
        authorization: headers.authorization ?? "",
        "x-amz-date": headers["x-amz-date"] ?? "",
        "x-amz-target": headers["x-amz-target"] ?? "",
        "content-type": headers["content-type"] ?? "",
      },
      body: body.replaceAll(name, local),
    });
    const listed = sent.ok && headers["x-amz-target"]?.endsWith(".ListTables") === true;
    const text = listed ? list(JSON.parse(body)) : (await sent.text()).replaceAll(local, name);
    response.writeHead(sent.status, { "content-type": "application/x-amz-json-1.0" }).end(text);
  }

  const list = ({ ExclusiveStartTableName = "" }: { ExclusiveStartTableName?: string }) =>
    JSON.stringify({ TableNames: [...others, name].sort().filter((each) => each > ExclusiveStartTableName) });
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((done) => server.close(() => done()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
