import { afterAll, beforeAll, expect, it } from "vitest";
import { DEVICE, newId, PERSON, session } from "./events.ts";
import { bodyOf, Functions, NOW } from "./functions.ts";

const OTHER = "0193a1b2-c3d4-7000-8000-00000000cccc";

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
});
afterAll(() => cloud.aws.stop());

it("a watch that posts in a loop is told when to come again, in a problem; nothing of it is taken until then, and others go on", async () => {
  const body = { events: [{ ...session("2026-11-20"), source: "watch" }] };
  const answers = [];
  for (let request = 0; request < 125; request += 1) answers.push(await cloud.sendFromWatch(body, {}));
  expect(answers.filter(({ statusCode }) => statusCode === 202)).toHaveLength(120);
  const refused = answers.at(-1);
  expect(refused).toMatchObject({
    statusCode: 429,
    headers: { "content-type": "application/problem+json", "retry-after": "60" },
  });
  expect(bodyOf(refused ?? {})).toMatchObject({ code: "too_many", retryAt: "2026-11-22T12:01:00.000Z" });
  expect(cloud.aws.entries).toHaveLength(120);
  const other = { events: [{ ...session("2026-11-20"), id: newId(NOW) }] };
  expect((await cloud.send(other, OTHER)).statusCode).toBe(202);
  expect((await cloud.send(other, PERSON)).statusCode).toBe(202);
});

it("counts by the hash of a name, in a row that lapses", async () => {
  const rows = (await cloud.table.query(`L#events#${await hashOf(`${PERSON} ${DEVICE}`)}`, {})) as { count?: number }[];
  expect(rows.map(({ count }) => count)).toEqual([100]);
});

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(digest).toString("hex").slice(0, 32);
}
