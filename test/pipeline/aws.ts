import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen, openTable, stop } from "./table.ts";

export type Entry = { DetailType: string; Detail: string; Source: string; EventBusName: string; Time?: unknown };

/** A table engine, a bus and a scheduler on loopback, all in memory, where the SDK of this process finds them. */
export type Aws = {
  /** What PutEvents took, in order. */
  readonly entries: Entry[];
  /** Schedules by name, as they were sent. */
  readonly schedules: Map<string, Record<string, unknown>>;
  /** How many of the next entries the bus refuses. */
  refuse: number;
  /** Whether a rival makes the schedule right after somebody was told that there is none. */
  rival: boolean;
  readonly stop: () => Promise<void>;
};

const REGION = { AWS_REGION: "eu-central-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };

/** Starts all of it and sets the environment; import the adapters only afterwards, because they read it once. */
export async function startAws(): Promise<Aws> {
  Object.assign(process.env, REGION);
  const table = await openTable();
  const stopAll = async () => {
    await table.close();
    await stop(fake);
  };
  const aws: Aws = { entries: [], schedules: new Map(), refuse: 0, rival: false, stop: stopAll };
  const fake = createServer((request, response) => void answer(aws, request, response));
  const fakeUrl = await listen(fake);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: table.url,
    AWS_ENDPOINT_URL_EVENTBRIDGE: fakeUrl,
    AWS_ENDPOINT_URL_SCHEDULER: fakeUrl,
    TABLE_NAME: table.name,
    BUS_NAME: "backstride",
    SCHEDULE_GROUP: "reminders",
    SCHEDULE_TARGET_ARN: "arn:aws:lambda:eu-central-1:000000000000:function:remind",
    SCHEDULE_ROLE_ARN: "arn:aws:iam::000000000000:role/schedule",
  });
  return aws;
}

async function answer(aws: Aws, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString() || "{}");
  const target = request.headers["x-amz-target"];
  const [status, value] =
    target === "AWSEvents.PutEvents" ? putEvents(aws, body.Entries) : schedule(aws, request, body);
  const error = status < 400 ? {} : { "x-amzn-errortype": String(value.__type) };
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1", ...error }).end(JSON.stringify(value));
}

type Answer = [status: number, value: Record<string, unknown>];

function putEvents(aws: Aws, entries: Entry[]): Answer {
  const answers = entries.map((entry) => {
    if (aws.refuse > 0) {
      aws.refuse -= 1;
      return { ErrorCode: "ThrottlingException" };
    }
    aws.entries.push(entry);
    return { EventId: `event-${aws.entries.length}` };
  });
  return [200, { FailedEntryCount: answers.filter((one) => "ErrorCode" in one).length, Entries: answers }];
}

function schedule(aws: Aws, { method, url }: IncomingMessage, body: Record<string, unknown>): Answer {
  const { schedules } = aws;
  const name = /^\/schedules\/([^?]+)/.exec(url ?? "")?.[1] ?? "";
  if (method === "POST" && schedules.has(name)) return [409, { __type: "ConflictException", Message: "there" }];
  if (method !== "POST" && !schedules.has(name)) {
    if (aws.rival) schedules.set(name, {});
    return [404, { __type: "ResourceNotFoundException", Message: "none" }];
  }
  if (method === "DELETE") schedules.delete(name);
  else schedules.set(name, body);
  return [200, { ScheduleArn: `arn:aws:scheduler:eu-central-1:000000000000:schedule/reminders/${name}` }];
}
