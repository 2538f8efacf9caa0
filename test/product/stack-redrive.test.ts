import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { backstride } from "../../bin/backstride.ts";
import { AwsQueues } from "./aws-queues.ts";

const RULE = "backstride-main-DeadLettersRule5A1B-x1";
const FAILURE = "backstride-main-DeadLettersFailure7C2D-x2";
const SCHEDULE = "backstride-main-DeadLettersSchedule9E3F-x3";
/** Of another stage in the same account. */
const ELSEWHERE = "backstride-test-DeadLettersRule5A1B-y1";
const arn = (name: string, stack = "backstride-main") =>
  `arn:aws:lambda:eu-central-1:123456789012:function:${stack}-${name}`;

let aws: AwsQueues;
beforeEach(async () => {
  aws = await AwsQueues.start([RULE, FAILURE, SCHEDULE, ELSEWHERE]);
  vi.stubEnv("AWS_ENDPOINT_URL_SQS", aws.url);
  vi.stubEnv("AWS_ENDPOINT_URL_LAMBDA", aws.url);
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
  vi.stubEnv("AWS_MAX_ATTEMPTS", "1");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.stop();
});

async function redrive(...args: string[]): Promise<{ code: number; said: string; warned: string }> {
  const said: string[] = [];
  const warned: string[] = [];
  const output = { say: (line: string) => said.push(line), warn: (line: string) => warned.push(line) };
  const code = await backstride(["redrive", "--stack", "backstride-main", ...args], output);
  return { code, said: said.join("\n"), warned: warned.join("\n") };
}

const event = (id: string) => ({
  id,
  source: "backstride",
  "detail-type": "checkin.reported.v1",
  detail: { meta: { id } },
});

/** One letter of each kind, as AWS leaves them. */
function fill(): void {
  aws.put(RULE, "r1", event("e1"), {
    RULE_ARN: "arn:of:rule",
    TARGET_ARN: arn("record"),
    ERROR_CODE: "NO_PERMISSIONS",
  });
  aws.put(FAILURE, "f1", {
    version: "1.0",
    requestContext: { functionArn: `${arn("plan")}:$LATEST`, condition: "RetriesExhausted", approximateInvokeCount: 3 },
    requestPayload: event("e2"),
    responsePayload: { errorType: "BackstrideError", errorMessage: "unavailable" },
  });
  aws.put(SCHEDULE, "s1", { person: "p", planRev: 4 }, { TARGET_ARN: arn("remind"), ERROR_CODE: "Lambda.Throttled" });
  aws.put(ELSEWHERE, "o1", event("e3"), { TARGET_ARN: arn("record", "backstride-test"), ERROR_CODE: "NO_PERMISSIONS" });
}

it("only says what waits with --dry-run, and everything waits as before", async () => {
  fill();
  const { code, said } = await redrive("--dry-run");
  expect(code).toBe(1);
  expect(said.split("\n").sort()).toEqual([
    "1 of backstride-main-plan (RetriesExhausted: BackstrideError)",
    "1 of backstride-main-record (NO_PERMISSIONS)",
    "1 of backstride-main-remind (Lambda.Throttled)",
  ]);
  expect(aws.invoked).toEqual([]);
  expect([RULE, FAILURE, SCHEDULE].map((queue) => aws.in(queue).shown)).toEqual([["r1"], ["f1"], ["s1"]]);
});

it("gives every letter of the stack back to its own function, as it was, and takes it out; another stage keeps its own", async () => {
  fill();
  expect(await redrive()).toMatchObject({
    code: 0,
    warned: "",
    said: expect.stringContaining("3 letters given back."),
  });
  expect(aws.invoked).toEqual([
    { function: arn("record"), type: "Event", payload: event("e1") },
    { function: arn("plan"), type: "Event", payload: event("e2") },
    { function: arn("remind"), type: "Event", payload: { person: "p", planRev: 4 } },
  ]);
  expect([RULE, FAILURE, SCHEDULE, ELSEWHERE].map((queue) => aws.in(queue).all)).toEqual([[], [], [], ["o1"]]);
  expect(await redrive()).toMatchObject({ code: 0, said: "No dead letters." });
  expect(aws.invoked).toHaveLength(3);
});

it("takes no more at a time than a queue gives, and every one once", async () => {
  for (let nth = 0; nth < 35; nth += 1) aws.put(RULE, `r${nth}`, event(`e${nth}`), { TARGET_ARN: arn("record") });
  expect((await redrive()).said).toContain("35 letters given back.");
  expect(new Set(aws.invoked.map(({ payload }) => (payload as { id: string }).id)).size).toBe(35);
  expect(aws.in(RULE).all).toEqual([]);
});

it("leaves what cannot be given back where it is, says why, and the rest goes", async () => {
  fill();
  aws.missing.add(arn("plan"));
  aws.put(RULE, "strange", "no JSON at all", { TARGET_ARN: "arn:aws:lambda:eu-central-1:1:function:somebody-else" });
  aws.put(SCHEDULE, "cut", "{", { TARGET_ARN: arn("erase"), IS_PAYLOAD_TRUNCATED: "true" });
  const { code, said, warned } = await redrive();
  expect(code).toBe(1);
  expect(said).toContain("2 letters given back; 3 still wait.");
  expect(warned.split("\n").sort()).toEqual([
    "Letter cut stays: cut short by the scheduler.",
    "Letter f1 stays: ResourceNotFoundException.",
    "Letter strange stays: not of a function of this stack.",
  ]);
  expect([RULE, FAILURE, SCHEDULE].map((queue) => aws.in(queue).shown)).toEqual([["strange"], ["f1"], ["cut"]]);
});

it("says so when there is no such stack, or nobody answers", async () => {
  const none = await backstride(["redrive", "--stack", "backstride-none"], {
    say: () => {},
    warn: (line) => expect(line).toMatch(/no queues of a stack/),
  });
  expect(none).toBe(1);
  vi.stubEnv("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1");
  expect((await redrive()).warned).toMatch(/AWS did not answer .*Check AWS_REGION and your sign-in/);
});
