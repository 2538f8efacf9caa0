import type { FunctionName } from "../core/contract/routes.ts";

/**
 * What one function may do: the SDK commands it sends, by service. A test holds each list equal to the commands that are in
 * the function's bundle, so a permission can be neither forgotten nor left over.
 */
export type Ability = {
  readonly name: FunctionName;
  readonly description: string;
  /** Started by events or schedules: failed calls are tried again and then kept. */
  readonly asynchronous: boolean;
  /** Knows the public address. */
  readonly address: boolean;
  /** Knows the code of the first account, and the sign-in provider if there is one. */
  readonly accounts: boolean;
  readonly table: readonly string[];
  readonly events: readonly string[];
  readonly schedules: readonly string[];
  /** Which function its schedules start. */
  readonly target?: FunctionName;
  /** With the key that signs access tokens. */
  readonly key: readonly string[];
  /** With the key that signs requests to push services. */
  readonly push: readonly string[];
};

const NOTHING = {
  asynchronous: false,
  address: false,
  accounts: false,
  table: [],
  events: [],
  schedules: [],
  key: [],
  push: [],
};
const SCHEDULE = ["CreateSchedule", "DeleteSchedule", "UpdateSchedule"];

export const ABILITIES: readonly Ability[] = [
  {
    ...NOTHING,
    name: "authorize",
    description: "Says who is calling and whether they may",
    table: ["GetItem", "PutItem"],
    key: ["GetPublicKey"],
  },
  {
    ...NOTHING,
    name: "ingest",
    description: "Checks what came in and puts it on the bus",
    table: ["BatchGetItem", "UpdateItem"],
    events: ["PutEvents"],
  },
  {
    ...NOTHING,
    name: "record",
    description: "Stores an event once and folds its week",
    asynchronous: true,
    table: ["GetItem", "PutItem", "Query"],
    events: ["PutEvents"],
  },
  {
    ...NOTHING,
    name: "plan",
    description: "Decides the next session and schedules its reminder",
    asynchronous: true,
    table: ["BatchGetItem", "GetItem", "PutItem", "Query"],
    events: ["PutEvents"],
    schedules: SCHEDULE,
    target: "remind",
  },
  {
    ...NOTHING,
    name: "remind",
    description: "Says that a session or a check-in is due, if it still is, and sets the next alarm",
    asynchronous: true,
    table: ["GetItem", "PutItem", "Query"],
    events: ["PutEvents"],
    schedules: SCHEDULE,
    target: "remind",
  },
  {
    ...NOTHING,
    name: "read",
    description: "Answers the pages of the dashboard and the watch",
    table: ["GetItem", "Query"],
  },
  {
    ...NOTHING,
    name: "identity",
    description: "Accounts, sign-in, pairing and tokens",
    address: true,
    accounts: true,
    table: ["DeleteItem", "GetItem", "PutItem", "Query"],
    events: ["PutEvents"],
    key: ["GetPublicKey", "Sign"],
    push: ["GetPublicKey"],
  },
  {
    ...NOTHING,
    name: "erase",
    description: "Takes away everything that a deleted account held",
    asynchronous: true,
    table: ["DeleteItem", "GetItem", "PutItem", "Query"],
    schedules: SCHEDULE,
    target: "erase",
  },
  {
    ...NOTHING,
    name: "push",
    description: "Tells a person's browsers what is due",
    asynchronous: true,
    address: true,
    table: ["DeleteItem", "GetItem", "PutItem", "Query"],
    push: ["GetPublicKey", "Sign"],
  },
];
