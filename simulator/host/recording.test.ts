import { describe, expect, it } from "vitest";
import { parseRecording } from "./recording.ts";

const CSV = [
  "t_s,heart_rate_bpm,cadence_spm,speed_mps,distance_m",
  "0,127,0,0.07,0.0",
  "8,124,153,2.31,14.2",
  "12,,157,2.70,24.9",
  "100,140,160,2.5,200",
].join("\r\n");

describe("a recording", () => {
  it("gives the sample that was last written, at irregular times", () => {
    const recording = parseRecording(CSV);
    expect(recording.seconds).toBe(100);
    expect(recording.at(7.9).heartRateBpm).toBe(127);
    expect(recording.at(8)).toEqual({ heartRateBpm: 124, cadenceSpm: 153, speedMps: 2.31, distanceM: 14.2 });
  });

  it("takes an empty cell for a lost signal, without touching the other columns", () => {
    expect(parseRecording(CSV).at(13)).toMatchObject({ heartRateBpm: null, cadenceSpm: 157 });
  });

  it("has no signal before the first sample, in a long gap and after the end", () => {
    const recording = parseRecording(CSV);
    for (const second of [-1, 60, 131]) expect(recording.at(second).cadenceSpm).toBeNull();
  });

  it.each([
    ["heart_rate_bpm\n70", "t_s"],
    ["t_s,heart_rate_bpm\n0,7o", "Line 2"],
    ["t_s,heart_rate_bpm\n0,70\n,71", "Line 3"],
    ["t_s,heart_rate_bpm\n", "no samples"],
  ])("says what is wrong with %j", (csv, says) => {
    expect(() => parseRecording(csv)).toThrow(says);
  });
});
