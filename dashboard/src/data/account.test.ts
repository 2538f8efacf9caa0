import { describe, expect, it } from "vitest";
import { createAccounts } from "./account.ts";
import { PERSON, problem, service, tokenAnswer } from "./testing.ts";

function setUp(answer: Parameters<typeof service>[0], signedIn = true) {
  const { fetch, calls } = service(answer);
  const clock = { ms: 0 };
  const kept = { person: signedIn ? PERSON : null };
  const marker = {
    get: () => kept.person,
    set(person: typeof PERSON | null) {
      kept.person = person;
    },
  };
  return { accounts: createAccounts({ fetch, now: () => clock.ms, marker }), calls, clock, kept };
}

describe("at the start of the page", () => {
  it("takes up the sign-in by the cookie", async () => {
    const { accounts, calls } = setUp(() => ({ status: 200, body: tokenAnswer("one") }));
    await accounts.resume();
    expect(accounts.account.value).toEqual({ kind: "in", person: PERSON });
    expect(calls[0]).toMatchObject({ path: "/v1/token", body: { grant_type: "refresh_token" } });
  });

  it("asks nothing where nobody has signed in before", async () => {
    const { accounts, calls } = setUp(() => null, false);
    await accounts.resume();
    expect(accounts.account.value.kind).toBe("out");
    expect(calls).toEqual([]);
  });

  it("forgets a sign-in that has ended", async () => {
    const { accounts, kept } = setUp(() => problem(401, "unauthorized", "no"));
    await accounts.resume();
    expect(accounts.account.value.kind).toBe("out");
    expect(kept.person).toBeNull();
  });

  it.each([
    ["no network", () => null],
    ["a service in trouble", () => problem(503, "unavailable", "later")],
    ["too many tries", () => problem(429, "too_many", "later")],
  ])("keeps the sign-in through %s", async (_, answer) => {
    const { accounts, kept } = setUp(answer);
    await accounts.resume();
    expect(accounts.account.value).toEqual({ kind: "in", person: PERSON });
    expect(kept.person).toEqual(PERSON);
  });
});

describe("the access token", () => {
  it("is renewed shortly before it ends, once for everybody who waits", async () => {
    const { accounts, calls, clock } = setUp((_, nth) => ({ status: 200, body: tokenAnswer(`token ${nth}`) }));
    expect(await Promise.all([accounts.bearer(), accounts.bearer()])).toEqual(["token 1", "token 1"]);
    clock.ms = 869_000;
    expect(await accounts.bearer()).toBe("token 1");
    clock.ms = 871_000;
    expect(await accounts.bearer()).toBe("token 2");
    expect(calls).toHaveLength(2);
  });

  it("is not asked for once the person has signed out", async () => {
    const { accounts, calls } = setUp(() => ({ status: 200, body: tokenAnswer("one") }));
    await accounts.resume();
    await accounts.signOut();
    const before = calls.length;
    await expect(accounts.bearer()).rejects.toMatchObject({ code: "unauthorized" });
    await expect(accounts.renew()).rejects.toMatchObject({ code: "unauthorized" });
    expect(calls).toHaveLength(before);
  });

  it("is gone after signing out, also when the service does not hear of it", async () => {
    const { accounts, kept } = setUp((call) =>
      call.path === "/v1/token" ? { status: 200, body: tokenAnswer("one") } : null,
    );
    await accounts.resume();
    await accounts.signOut();
    expect(accounts.account.value.kind).toBe("out");
    expect(kept.person).toBeNull();
  });
});

describe("somebody else who signed in in another tab", () => {
  const BEN = { ...PERSON, id: "01900000-0000-7000-8000-00000000000b", name: "Ben" };

  it("signs this page out, so that nothing of it goes out in their name; they stay signed in", async () => {
    const { accounts, clock, kept } = setUp((_, nth) => ({
      status: 200,
      body: { ...tokenAnswer("one"), person: nth === 1 ? PERSON : BEN },
    }));
    await accounts.resume();
    kept.person = BEN;
    clock.ms = 900_000;
    await expect(accounts.bearer()).rejects.toMatchObject({ code: "unauthorized" });
    await expect(accounts.renew()).rejects.toMatchObject({ code: "unauthorized" });
    expect([accounts.account.value.kind, kept.person]).toEqual(["out", BEN]);
  });
});

it("stays signed out when a token comes that was asked for before", async () => {
  const { accounts, clock, kept } = setUp(({ path }) =>
    path === "/v1/token" ? { status: 200, body: tokenAnswer("one") } : { status: 204 },
  );
  await accounts.resume();
  clock.ms = 900_000;
  const asked = accounts.bearer();
  const [, late] = await Promise.allSettled([accounts.signOut(), asked]);
  expect([late.status, accounts.account.value.kind, kept.person]).toEqual(["rejected", "out", null]);
});
