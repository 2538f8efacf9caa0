import "./cloud.ts";

import { describe, expect, it } from "vitest";
import { deleteRow, getRow } from "../../lambdas/adapters/table.ts";
import { crashAfter, freshTable, recover, writesMade } from "./cloud.ts";
import { PASSPHRASE, SETUP_CODE, useWorld } from "./world.ts";

/** Each crash costs a few passphrase hashes, which are slow on purpose. */
const LONG = 120_000;

const world = useWorld();

describe("the first account", () => {
  it("is made with the setup code, is admin, and the installation says so", async () => {
    expect((await world.call("GET /v1/auth/status")).body).toEqual({ claimed: false, passkeys: true, provider: null });
    const answer = await world.register("Ann");
    expect(answer).toMatchObject({ status: 200, body: { token_type: "Bearer", person: { name: "Ann", admin: true } } });
    expect((await world.call("GET /v1/auth/status")).body).toEqual({ claimed: true, passkeys: true, provider: null });
  });

  it("takes the code in capitals and with spaces around, as people copy it", async () => {
    expect((await world.register("Ann", ` ${SETUP_CODE.toUpperCase()} `)).status).toBe(200);
  });

  it("leaves no copy of its passphrase's hash with the code, from which a removed one could come back", async () => {
    const { person } = (await world.register("Ann")).body as { person: { id: string } };
    expect(await getRow("INSTALL", "ADMIN")).toEqual({ pk: "INSTALL", sk: "ADMIN", claimedBy: person.id });
    await deleteRow(`U#${person.id}`, "SECRET");
    expect((await world.login()).status).toBe(401);
    expect((await world.register("Ann")).status).toBe(409);
  });

  it("goes to exactly one of several who race for it", async () => {
    const names = ["Ann", "Ben", "Cat", "Dan"];
    const answers = await Promise.all(names.map((name) => world.register(name, SETUP_CODE, `${PASSPHRASE} ${name}`)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const losers = answers.filter((answer) => answer.status !== 200);
    for (const loser of losers) expect(loser).toMatchObject({ status: 409, body: { code: "conflict", field: "code" } });
    const found = await Promise.all(names.map((name) => getRow(`NAME#${name.toLowerCase()}`, "NAME")));
    expect(found.filter((row) => row !== null)).toHaveLength(1);
  });

  it("is refused with a wrong code, and nothing is stored", async () => {
    const answer = await world.register("Ann", "0193abcd-77fe-51fc09e2b7d5");
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid", field: "code" } });
    expect(await getRow("INSTALL", "ADMIN")).toBeNull();
    expect(await getRow("NAME#ann", "NAME")).toBeNull();
  });

  it.each(["undefined-", "undefined-undefined-undefined", "0193abcd-", "", "--------"])(
    "cannot be made with the setup code %j of an environment that was cut short",
    async (broken) => {
      world.setupCode = broken;
      expect(await world.register("Ann", broken)).toMatchObject({ status: 400, body: { field: "code" } });
      expect(await getRow("INSTALL", "ADMIN")).toBeNull();
    },
  );

  it("is refused with a passphrase of 11 characters, naming the field", async () => {
    const answer = await world.register("Ann", SETUP_CODE, "elevenchars");
    expect(answer).toMatchObject({ status: 400, body: { field: "passphrase" } });
  });

  it("makes the setup code worthless", async () => {
    await world.register("Ann");
    expect(await world.register("Ben")).toMatchObject({ status: 409, body: { field: "code" } });
  });

  it("repeated with the same input answers the same account again: the first answer may have been lost", async () => {
    const first = await world.register("Ann");
    const second = await world.register("Ann");
    expect(second.body.person).toEqual(first.body.person);
    expect(await world.register("Ann", SETUP_CODE, "not the same passphrase")).toMatchObject({ status: 409 });
  });

  it("stops guessing of codes after sixty tries and says when to go on", async () => {
    for (let wrong = 0; wrong < 60; wrong += 1) await world.register("Ann", `wrong-code-${wrong}`);
    const refused = await world.register("Ann");
    expect(refused).toMatchObject({ status: 429, body: { code: "too_many" } });
    expect(refused.body.retryAt).toBe(new Date(world.now + 900_000).toISOString());
    world.later(901);
    expect((await world.register("Ann")).status).toBe(200);
  });
});

describe("a crash while the first account is made", () => {
  it("between any two writes is healed by trying again", { timeout: LONG }, async () => {
    await world.register();
    const total = writesMade();
    for (const answerLost of [false, true]) {
      for (let made = 0; made < total; made += 1) {
        await freshTable();
        crashAfter(made, answerLost);
        expect((await world.register()).status).toBe(500);
        recover();
        const again = await world.register();
        expect(again, `crash after ${made} writes`).toMatchObject({ status: 200, body: { person: { admin: true } } });
        expect((await world.login()).body.person).toEqual(again.body.person);
      }
    }
  });

  it("never leaves an installation that is claimed but that nobody can enter", { timeout: LONG }, async () => {
    await world.register();
    const total = writesMade();
    for (let made = 0; made < total; made += 1) {
      await freshTable();
      crashAfter(made);
      await world.register();
      recover();
      const { claimed } = (await world.call("GET /v1/auth/status")).body;
      expect((await world.login()).status, `crash after ${made} writes`).toBe(claimed === true ? 200 : 401);
    }
  });
});

describe("further accounts", () => {
  it("come by an invite that works once, and are not admin", async () => {
    const { token } = await world.admin();
    const code = await world.invite(token);
    const ben = await world.register("Ben", code);
    expect(ben).toMatchObject({ status: 200, body: { person: { name: "Ben", admin: false } } });
    expect(await world.register("Cat", code)).toMatchObject({ status: 409, body: { field: "code" } });
    const refused = await world.call("POST /v1/auth/invites", {}, { token: String(ben.body.access_token) });
    expect(refused).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  it("race for one invite: it lets one in, and the others may still use another", async () => {
    const { token } = await world.admin();
    const code = await world.invite(token);
    const names = ["Ben", "Cat", "Dan", "Eve"];
    const answers = await Promise.all(names.map((name) => world.register(name, code, `${PASSPHRASE} ${name}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const lost = names[answers.findIndex(({ status }) => status === 409)] ?? "";
    expect((await world.register(lost, await world.invite(token))).status).toBe(200);
  });

  it("cannot come by an invite older than seven days", async () => {
    const code = await world.invite((await world.admin()).token);
    world.later(7 * 86_400);
    expect(await world.register("Ben", code)).toMatchObject({ status: 400, body: { field: "code" } });
  });

  it("cannot take a name that somebody has, and keep the invite for another name", async () => {
    const code = await world.invite((await world.admin()).token);
    expect(await world.register("ANN", code)).toMatchObject({ status: 409, body: { field: "name" } });
    expect((await world.register("Ben", code)).status).toBe(200);
  });

  it("racing for one name with two invites: one gets it, the other can choose again with the same invite", async () => {
    const { token } = await world.admin();
    const codes = [await world.invite(token), await world.invite(token)];
    const answers = await Promise.all(codes.map((code) => world.register("Ben", code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const loser = codes[answers.findIndex((answer) => answer.status === 409)] ?? "";
    expect(await world.register("Bea", loser)).toMatchObject({ status: 200, body: { person: { name: "Bea" } } });
  });

  it("survive a crash between any two writes", { timeout: LONG }, async () => {
    let code = await world.invite((await world.admin()).token);
    recover();
    await world.register("Ben", code);
    const total = writesMade();
    for (let made = 0; made < total; made += 1) {
      await freshTable();
      code = await world.invite((await world.admin()).token);
      recover();
      crashAfter(made);
      expect((await world.register("Ben", code)).status).toBe(500);
      recover();
      expect(await world.register("Ben", code)).toMatchObject({ status: 200, body: { person: { admin: false } } });
    }
  });
});
