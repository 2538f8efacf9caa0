import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Kept = { readonly id: string; readonly body: string; readonly attributes: Record<string, string>; handle: string };
export type Invoked = { readonly function: string; readonly type: string; readonly payload: unknown };

/** SQS and Lambda as the SDK speaks to them, on loopback: queues that hide what was received, functions that note what they are given. */
export class AwsQueues {
  readonly invoked: Invoked[] = [];
  /** Functions that refuse to be called. */
  readonly missing = new Set<string>();
  private readonly queues = new Map<string, Kept[]>();
  private readonly hidden = new Set<string>();
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));
  private receipts = 0;

  static async start(names: readonly string[]): Promise<AwsQueues> {
    const started = new AwsQueues();
    await new Promise<void>((ready) => started.server.listen(0, "127.0.0.1", ready));
    for (const name of names) started.queues.set(`${started.url}/123456789012/${name}`, []);
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  put(name: string, id: string, body: unknown, attributes: Record<string, string> = {}): void {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    this.named(name).push({ id, body: text, attributes, handle: "" });
  }

  /** The letters in a queue, hidden ones too; and those that a receiver would get now. */
  in(name: string): { readonly all: readonly string[]; readonly shown: readonly string[] } {
    const all = this.named(name).map(({ id }) => id);
    return { all, shown: all.filter((id) => !this.hidden.has(id)) };
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private named(name: string): Kept[] {
    const found = this.queues.get(`${this.url}/123456789012/${name}`);
    if (found === undefined) throw new Error(`no queue ${name}`);
    return found;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const called = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url ?? "")?.[1];
    const signed = /Credential=local\/\d{8}\/eu-central-1\/(sqs|lambda)\//.test(request.headers.authorization ?? "");
    if (!signed) return refuse(response, 403, "InvalidSignatureException");
    if (called !== undefined) return this.invoke(decodeURIComponent(called), request, body, response);
    const operation = String(request.headers["x-amz-target"]).replace("AmazonSQS.", "");
    const answer = this.sqs(operation, JSON.parse(body));
    if (answer === null) return refuse(response, 400, "com.amazonaws.sqs#QueueDoesNotExist");
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(answer));
  }

  private invoke(name: string, request: IncomingMessage, body: string, response: ServerResponse): void {
    if (this.missing.has(name)) {
      refuse(response, 404, "ResourceNotFoundException");
      return;
    }
    const type = String(request.headers["x-amz-invocation-type"]);
    this.invoked.push({ function: name, type, payload: JSON.parse(body) });
    response.writeHead(202).end();
  }

  private sqs(operation: string, input: Record<string, unknown>): object | null {
    const { QueueNamePrefix, QueueUrl, ReceiptHandle, MaxNumberOfMessages, VisibilityTimeout } = input;
    if (operation === "ListQueues") {
      const urls = [...this.queues.keys()].filter((url) => url.split("/").pop()?.startsWith(String(QueueNamePrefix)));
      return urls.length === 0 ? {} : { QueueUrls: urls };
    }
    const queue = this.queues.get(String(QueueUrl));
    if (queue === undefined) return null;
    if (operation === "ReceiveMessage") return { Messages: this.receive(queue, Number(MaxNumberOfMessages)) };
    const at = queue.findIndex(({ handle }) => handle === ReceiptHandle);
    const [letter] = operation === "DeleteMessage" ? queue.splice(at, 1) : [queue[at]];
    if (operation === "ChangeMessageVisibility" && VisibilityTimeout === 0) this.hidden.delete(letter?.id ?? "");
    return {};
  }

  private receive(queue: readonly Kept[], max: number): object[] {
    return queue
      .filter(({ id }) => !this.hidden.has(id))
      .slice(0, max)
      .map((letter) => {
        this.hidden.add(letter.id);
        letter.handle = `${letter.id}/${++this.receipts}`;
        const named = Object.entries(letter.attributes).map(
          ([name, StringValue]) => [name, { DataType: "String", StringValue }] as const,
        );
        const attributes = named.length === 0 ? {} : { MessageAttributes: Object.fromEntries(named) };
        return {
          MessageId: letter.id,
          ReceiptHandle: letter.handle,
          Body: letter.body,
          MD5OfBody: md5(letter.body),
          ...attributes,
        };
      });
  }
}

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

function refuse(response: ServerResponse, status: number, type: string): void {
  const headers = { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": type };
  response.writeHead(status, headers).end(JSON.stringify({ __type: type, message: "refused" }));
}
