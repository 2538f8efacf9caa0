import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { Message, SQSClient } from "@aws-sdk/client-sqs";
import type { DeadLetter } from "../../local/bus/dead-letters.ts";
import { HostError } from "../../local/error.ts";
import { addressed } from "../../local/operator/redrive.ts";
import { unanswered } from "./aws.ts";

/** A letter of a queue on AWS, with what takes it out of there. */
export type QueuedLetter = { readonly letter: DeadLetter; readonly queue: string; readonly handle: string };
export type LetterBox = {
  /** Every letter that waits, batch by batch, each once; it is hidden from others for some minutes. */
  readonly letters: () => AsyncGenerator<readonly QueuedLetter[]>;
  /** Gives a letter to its function, then takes it out: a crash between the two gives it twice. @returns why it stays; null: it is gone */
  readonly giveBack: (letter: QueuedLetter) => Promise<string | null>;
  /** Shows letters again at once. */
  readonly leave: (letters: readonly QueuedLetter[]) => Promise<void>;
};

type Clients = { readonly sqs: SQSClient; readonly lambda: LambdaClient };

const HIDDEN_S = 300;
const BATCH = 10;

/**
 * The dead-letter queues of a stack such as `backstride-main`, with the credentials and the region of the environment.
 * @throws HostError when AWS does not answer, or there are no such queues in the account and region
 */
export async function letterBoxOf(stack: string): Promise<LetterBox> {
  const [sqs, lambda] = await Promise.all([import("@aws-sdk/client-sqs"), import("@aws-sdk/client-lambda")]);
  const clients = { sqs: new sqs.SQSClient({}), lambda: new lambda.LambdaClient({}) };
  const queues = await queuesOf(clients.sqs, stack);
  return {
    letters: () => lettersIn(clients.sqs, queues),
    giveBack: (letter) => giveBack(clients, stack, letter),
    leave: (letters) => leave(clients.sqs, letters),
  };
}

/** CloudFormation names a queue: the stack, the queue's place in it, then something random. */
async function queuesOf(sqs: SQSClient, stack: string): Promise<readonly string[]> {
  const { ListQueuesCommand } = await import("@aws-sdk/client-sqs");
  const command = new ListQueuesCommand({ QueueNamePrefix: `${stack}-DeadLetters` });
  const { QueueUrls = [] } = await sqs.send(command).catch(unanswered);
  if (QueueUrls.length > 0) return QueueUrls;
  throw new HostError(`There are no queues of a stack "${stack}" here. Check the name and AWS_REGION.`);
}

async function* lettersIn(sqs: SQSClient, queues: readonly string[]): AsyncGenerator<readonly QueuedLetter[]> {
  const { ReceiveMessageCommand } = await import("@aws-sdk/client-sqs");
  for (const queue of queues) {
    const seen = new Set<string>();
    for (;;) {
      const input = { MaxNumberOfMessages: BATCH, VisibilityTimeout: HIDDEN_S, WaitTimeSeconds: 1 };
      const command = new ReceiveMessageCommand({ QueueUrl: queue, MessageAttributeNames: ["All"], ...input });
      const { Messages = [] } = await sqs.send(command);
      const fresh = Messages.filter(({ MessageId = "" }) => !seen.has(MessageId));
      if (fresh.length === 0) break;
      for (const { MessageId = "" } of fresh) seen.add(MessageId);
      yield fresh.map((message) => queuedLetter(queue, message));
    }
  }
}

function queuedLetter(queue: string, message: Message): QueuedLetter {
  const { MessageId: id = "", ReceiptHandle: handle = "", Body = "", MessageAttributes = {} } = message;
  const named = Object.entries(MessageAttributes).map(([name, { StringValue = "" }]) => [name, StringValue] as const);
  return { letter: { id, at: "", body: bodyOf(Body), attributes: Object.fromEntries(named) }, queue, handle };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function giveBack(clients: Clients, stack: string, { letter, queue, handle }: QueuedLetter) {
  const { InvokeCommand } = await import("@aws-sdk/client-lambda");
  const { DeleteMessageCommand } = await import("@aws-sdk/client-sqs");
  const { functionArn: FunctionName, payload } = addressed(letter);
  if (!FunctionName.includes(`:function:${stack}-`)) return "not of a function of this stack";
  if (letter.attributes.IS_PAYLOAD_TRUNCATED === "true") return "cut short by the scheduler";
  try {
    const Payload = Buffer.from(JSON.stringify(payload));
    await clients.lambda.send(new InvokeCommand({ FunctionName, InvocationType: "Event", Payload }));
  } catch (error) {
    return error instanceof Error ? error.name : "unknown";
  }
  await clients.sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: handle }));
  return null;
}

async function leave(sqs: SQSClient, letters: readonly QueuedLetter[]): Promise<void> {
  const { ChangeMessageVisibilityCommand } = await import("@aws-sdk/client-sqs");
  for (const { queue: QueueUrl, handle: ReceiptHandle } of letters) {
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  }
}
