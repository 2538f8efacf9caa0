import type { LedgerCue } from "../../core/contract/session.ts";
import { encodeTrace } from "../../core/trace/trace.ts";
import { sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

/** A cue of each state, by each clock. */
const CUES: readonly LedgerCue[] = [
  { kind: "run", dueMs: 300_000, firedMs: 300_200, state: "fired", tier: "held" },
  { kind: "walk", dueMs: 315_000, firedMs: 316_500, state: "fired", tier: "alarm" },
  { kind: "warning", dueMs: 425_000, firedMs: 425_900, state: "fired", tier: "sysTimer" },
  { kind: "core", dueMs: 440_000, firedMs: 452_000, state: "fired", tier: "catchup" },
  { kind: "posture", dueMs: 450_000, firedMs: 450_100, state: "unknown", tier: "held" },
  { kind: "halfway", dueMs: 900_000, firedMs: null, state: "dropped", tier: null },
];

/** What a screen reader has of the pictures of a session, and of the ledger of its cues. */
const PICTURES = `
  - region "Timeline":
    - heading "Timeline" [level=2]
    - img /\\d+ min.*5 min warm-up, 6 × 15 s run, 2 min walk, 5 min cool-down/
    - paragraph: pain before 2 low worst pain 2 low pain after 2 low
    - list:
      - listitem: 5 min warm-up
      - listitem: 6 × 15 s run, 2 min walk
      - listitem: 5 min cool-down
      - listitem: 58 s floor exercises
  - region "Heart rate":
    - figure "118 beats a minute on average; the highest was 131.":
      - text: 118 beats a minute on average; the highest was 131.
      - img /over 24 minutes. 118 beats a minute on average/
      - slider "Inspect time"
      - status: 0 s, Warm-up walk, 100 bpm
      - group: Show data as table
  - region "Cadence":
    - figure "118 steps/min":
      - img /over 24 minutes. 118 steps.min/
      - slider "Inspect time"
      - status: 0 s, Warm-up walk, 100 steps/min
      - group: Show data as table
  - region "Steps"
  - region "Cues":
    - group:
      - region "Cue ledger":
        - table "Cue ledger":
          - rowgroup:
            - row "Cue Due Fired Late by State Clock"
          - rowgroup:
            - row "Run 5:00 5:00 0.2 s Fired Screen held on"
            - row "Walk 5:15 5:16 1.5 s Fired Alarm"
            - row "10-second warning 7:05 7:05 0.9 s Fired System timer"
            - row "Core check 7:20 7:32 12 s Fired Caught up"
            - row "Posture 7:30 7:30 – Not known Screen held on"
            - row "Halfway 15:00 – – Dropped –"
`;

test("a session is corrected by keyboard: the page says what it did to the plan, the original stays and counts again", async ({
  page,
  product,
}) => {
  const session = sessionEvent();
  await signedIn(page, product, [session]);
  await page.goto(`${product.url}/session/${session.data.sessionId}`);
  const card = page.getByRole("region", { name: /Correct this session|Corrected/ });
  await card.getByRole("button", { name: "Correct" }).press("Enter");
  await card.getByLabel("Worst, Back").selectOption("8");
  await card.getByLabel("Notes").fill("The hill was too much.");
  await card.getByRole("button", { name: "Save the correction" }).press("Enter");
  await expect(card.getByText("The hill was too much.")).toBeVisible();
  await expect(card.getByRole("status")).toContainText(/level/i);
  await card.getByText("The original", { exact: true }).press("Enter");
  await expect(card.getByRole("row", { name: /Worst/ })).toContainText("2");
  await expect(page.getByRole("region", { name: "How the plan read it" })).toContainText("Too much");
  await card.getByRole("button", { name: "Back to the original" }).press("Enter");
  await expect(card.getByRole("heading", { name: "Correct this session" })).toBeVisible();
});

test("a session is deleted after a question that says it is for good; of another the pictures and cues are there in words, and exercises stand apart", async ({
  page,
  product,
}) => {
  const [kept, wrong] = [sessionEvent(new Date(Date.now() - 90 * 60_000)), sessionEvent()];
  const plank = { kind: "strength", move: "plank", plannedS: 10, doneS: 10 } as const;
  const dog = { kind: "strength", move: "bird-dog", side: "L", reps: 6, plannedS: 60, doneS: 48 } as const;
  kept.data.steps.push({ ...plank, side: null }, dog);
  const minute = [100, 110, 120, 130, 131, 0];
  kept.data.trace = { everyS: 10, hr: encodeTrace(minute), cadence: encodeTrace(minute) };
  kept.data.cues = [...CUES];
  await signedIn(page, product, [kept, wrong]);
  await page.goto(`${product.url}/session/${wrong.data.sessionId}`);
  await expect(page.getByRole("region", { name: "Exercises before and after" })).toHaveCount(0);
  await page.getByRole("button", { name: "Delete this session" }).press("Enter");
  const question = page.getByRole("dialog");
  await expect(question).toContainText("cannot be undone");
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await page.getByRole("button", { name: "Delete this session" }).press("Enter");
  await question.getByRole("button", { name: "Delete this session" }).press("Enter");
  await expect(page.getByRole("heading", { name: "History", level: 1 })).toBeVisible();
  await expect(page.locator(".entries a")).toHaveCount(1);
  await page.locator(".entries a").click();
  const exercises = page.getByRole("region", { name: "Exercises before and after" }).first();
  await expect(exercises.getByRole("row", { name: /Bird-dog · left · 6 ×/ })).toContainText("0:48");
  await expect(page.getByRole("region", { name: "Steps" }).first()).not.toContainText("Plank");
  await page.getByText("Show all 6 cues").click();
  await expect(page.getByRole("main")).toMatchAriaSnapshot(PICTURES);
});
