import { createReadStream, createWriteStream, readdirSync, rmSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { compilePattern, type Matcher } from "./pattern.ts";

/** An event as rules and functions see it. */
export type BusEvent = { readonly time: string } & Readonly<Record<string, unknown>>;
export type ArchiveSpec = { readonly name: string; readonly pattern: unknown; readonly days: number };

const DAY_MS = 86_400_000;
const NAME = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * What went over the bus, one file a day, for as long as the stack's archive keeps it. Like that of AWS it may miss the last
 * moments before a power cut: what must not be lost is in the table or on its way there.
 */
export class Archive {
  private readonly matches: Matcher;
  /** The file of the latest day stays open: what comes while it is written goes into it together. */
  private latest: { readonly day: string; readonly file: WriteStream } | null = null;

  constructor(
    private readonly folder: string,
    private readonly spec: ArchiveSpec,
  ) {
    this.matches = compilePattern(spec.pattern);
  }

  get name(): string {
    return this.spec.name;
  }

  async keep(events: readonly BusEvent[]): Promise<void> {
    const byDay = new Map<string, string>();
    for (const event of events.filter(this.matches)) {
      const day = event.time.slice(0, 10);
      byDay.set(day, `${byDay.get(day) ?? ""}${JSON.stringify(event)}\n`);
    }
    await Promise.all(Array.from(byDay, ([day, lines]) => this.append(day, lines)));
  }

  async close(): Promise<void> {
    const file = this.latest?.file;
    if (file !== undefined) await new Promise<void>((closed) => file.once("close", closed).end());
  }

  /** The events of a stretch of time, `to` left out, a day at a time and each day in the order of its coming. */
  async *between(from: number, to: number): AsyncGenerator<BusEvent> {
    for (const day of this.days()) {
      if (day < dayOf(from) || day > dayOf(to)) continue;
      for await (const line of createInterface({ input: createReadStream(join(this.folder, `${day}.jsonl`)) })) {
        const event = parsed(line);
        const at = Date.parse(event?.time ?? "");
        if (event !== null && at >= from && at < to) yield event;
      }
    }
  }

  expire(now: number): void {
    const oldest = dayOf(now - this.spec.days * DAY_MS);
    for (const day of this.days()) if (day < oldest) rmSync(join(this.folder, `${day}.jsonl`), { force: true });
  }

  private append(day: string, lines: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.fileOf(day).write(lines, (error) => (error ? reject(error) : resolve()));
    });
  }

  private fileOf(day: string): WriteStream {
    if (this.latest?.day === day) return this.latest.file;
    this.latest?.file.end();
    const file = createWriteStream(join(this.folder, `${day}.jsonl`), { flags: "a", mode: 0o600 });
    this.latest = { day, file };
    // Whoever wrote hears of it; the next one begins anew.
    file.on("error", () => {
      if (this.latest?.file === file) this.latest = null;
    });
    return file;
  }

  private days(): string[] {
    return readdirSync(this.folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .sort();
  }
}

/** A line that a crash cut short is no event. */
function parsed(line: string): BusEvent | null {
  try {
    return JSON.parse(line) as BusEvent;
  } catch {
    return null;
  }
}
