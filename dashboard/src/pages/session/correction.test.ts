import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { SessionDetail } from "../../../../core/contract/api.ts";
import { SessionEdited } from "../../../../core/contract/session.ts";
import { correctionOf, draftOf, endOf, originalOf, wrongIn } from "./correction.ts";

const pain = { back: 2, leg: 0 };
const detail: SessionDetail = {
  session: {
    ...{ sessionId: "0193a1b2-c3d4-7000-8000-000000000001", planId: null, level: 0 },
    ...{ startedAt: "2026-11-24T22:50:00Z", endedAt: "2026-11-24T22:55:30Z", outcome: "completed", reason: null },
    steps: [{ kind: "walk", move: null, side: null, plannedS: 300, doneS: 300 }],
    scores: { before: pain, worst: pain, after: pain, rpe: 4, legSymptoms: false },
    ...{ surface: "grass", effortHr: null, trace: null, cues: [], app: "1.0.0", device: "test" },
  },
  ...{ localDate: "2026-11-24", utcOffsetMin: 60, source: "watch", judged: null },
};

describe("a correction", () => {
  it("that changes nothing says what the session says, to the second", () => {
    const same = v.parse(SessionEdited, correctionOf(detail, draftOf(detail)));
    const { endedAt, steps, outcome, surface } = detail.session;
    expect(same).toMatchObject({ endedAt, steps, outcome, surface, sessionDate: "2026-11-24", notes: "" });
    expect(same.scores).toMatchObject(detail.session.scores);
  });

  it("ends after midnight where the session began before it", () => {
    expect(endOf(detail, "00:20")).toBe("2026-11-24T23:20:00.000Z");
    expect(endOf(detail, "23:40")).toBe(null);
    expect(endOf(detail, "")).toBe(null);
  });

  it("names what is wrong: half a pair of scores, seconds that are none", () => {
    const draft = draftOf(detail);
    const half = { ...draft, pain: { ...draft.pain, worst: { back: 5, leg: null } }, seconds: ["soon"] };
    expect(wrongIn(detail, half)).toEqual({ pain: true, end: false, steps: true });
  });

  it("of a session that was completed carries no reason for an end", () => {
    expect(correctionOf(detail, { ...draftOf(detail), reason: "pain" }).reason).toBe(null);
  });

  it("is undone by saying the original again", () => {
    const { endedAt, outcome, reason, steps, scores, surface } = detail.session;
    const original = { endedAt, outcome, reason, steps, scores, surface };
    const changed = { ...detail, edited: { at: endedAt, notes: "sore", original } };
    expect(v.parse(SessionEdited, originalOf(changed))).toMatchObject({ ...original, notes: "" });
    expect(originalOf(detail)).toBe(null);
  });
});
