/** One moment of a body. Null: the sensor has no signal. */
export type Sample = {
  heartRateBpm: number | null;
  cadenceSpm: number | null;
  speedMps: number | null;
  distanceM: number | null;
};

export type Recording = { readonly seconds: number; at(seconds: number): Sample };

const NO_SIGNAL: Sample = { heartRateBpm: null, cadenceSpm: null, speedMps: null, distanceM: null };

/** A sample counts until the next one, but no longer than this: sensors write irregularly, and gaps are gaps. */
const LONGEST_HOLD_S = 30;

/** Why a recording cannot be read: `line` counts from 1, `cell` is what stands there. */
export type Unreadable =
  | { code: "columns" | "empty" }
  | { code: "time"; line: number }
  | { code: "number"; line: number; cell: string };

export class RecordingError extends Error {
  readonly why: Unreadable;

  constructor(message: string, why: Unreadable) {
    super(message);
    this.name = "RecordingError";
    this.why = why;
  }
}

/**
 * Reads a recording: a header line that names at least `t_s`, then one line per sample (irregular, in order of time).
 * Known columns: `heart_rate_bpm`, `cadence_spm`, `speed_mps`, `distance_m`. An empty cell is a lost signal.
 * @throws RecordingError with the number of the line that cannot be read
 */
export function parseRecording(csv: string): Recording {
  const lines = csv.split(/\r?\n/).filter((line) => line.trim() !== "");
  const columns = (lines[0] ?? "").split(",").map((name) => name.trim());
  if (!columns.includes("t_s")) {
    throw new RecordingError("The first line must name the columns, t_s among them.", { code: "columns" });
  }
  const rows = lines.slice(1).map((line, index) => readRow(columns, line, index + 2));
  if (rows.length === 0) throw new RecordingError("The file holds no samples.", { code: "empty" });
  return { seconds: rows.at(-1)?.t ?? 0, at: (seconds) => sampleAt(rows, seconds) };
}

type Row = { t: number; sample: Sample };

function readRow(columns: readonly string[], line: string, number: number): Row {
  const cells = line.split(",");
  const cell = (name: string): number | null => {
    const text = cells[columns.indexOf(name)]?.trim() ?? "";
    if (text === "") return null;
    const value = Number(text);
    if (!Number.isFinite(value)) {
      const why = { code: "number", line: number, cell: text } as const;
      throw new RecordingError(`Line ${number}: "${text}" is not a number.`, why);
    }
    return value;
  };
  const t = cell("t_s");
  if (t === null) throw new RecordingError(`Line ${number} has no time.`, { code: "time", line: number });
  return {
    t,
    sample: {
      heartRateBpm: cell("heart_rate_bpm"),
      cadenceSpm: cell("cadence_spm"),
      speedMps: cell("speed_mps"),
      distanceM: cell("distance_m"),
    },
  };
}

function sampleAt(rows: readonly Row[], seconds: number): Sample {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.t ?? Number.POSITIVE_INFINITY) <= seconds) low = middle + 1;
    else high = middle;
  }
  const row = rows[low - 1];
  return row === undefined || seconds - row.t > LONGEST_HOLD_S ? NO_SIGNAL : row.sample;
}
