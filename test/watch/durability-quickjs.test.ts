import { join } from "node:path";
import { expect, test } from "vitest";

import { quickSession } from "../../bench/quickjs.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { settle } from "../../core/session/settle.ts";
import { startEntry, T0 } from "../../core/session/testing.ts";
import { memoryFiles } from "../../watch-app/store/files.ts";
import { openJournal } from "../../watch-app/store/journal.ts";
import { PACKAGE_DIR } from "./simulated-play.ts";

test("the packaged bundle boots and plays a session in QuickJS, without the globals that came after 2020", async () => {
  const files = new Map<string, string>();
  openJournal(memoryFiles(files)).append(startEntry({ steps: [...ladderSteps(5)] }));
  const deviceDir = join(PACKAGE_DIR, "round-480/device");
  const run = await quickSession({ deviceDir, files, startMs: T0, playMs: 1_420_000, limitBytes: 2_000_000 });
  const state = openJournal(memoryFiles(new Map(run.files))).state();
  expect(run.log).toEqual([]);
  if (state === null) throw new Error("The journal is empty.");
  expect(settle(state, T0 + 1_420_000)).toMatchObject({ status: "ended", outcome: "completed" });
  expect(Object.values(state.cues).every((cue) => cue.state === "fired")).toBe(true);
  expect(run.vibrations).toBe(Object.keys(state.cues).length);
  expect(state.hr.filter((bpm) => bpm > 0).length).toBeGreaterThan(250);
});
