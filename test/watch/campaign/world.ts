import type { LogEvent, LogEventOf } from "../../../core/contract/event.ts";
import type { Plan } from "../../../core/contract/plan.ts";
import type { Profile } from "../../../core/contract/profile.ts";
import { type PhoneAnswer, type PhoneRequest, type SimulatedWatch, startWatch } from "../../../simulator/node/index.ts";
import { MINUTE, MORNING, PACKAGE_DIR, pairedWatch, SECOND } from "../simulated-play.ts";
import { SimulatedServer } from "../simulated-server.ts";

/** Far enough ahead that virtual time never meets it. */
const REAL_NOW = MORNING + 1_440 * MINUTE;

export type Trouble = "none" | "request lost" | "answer lost" | "twice" | "refused" | "expired";

/** A cloud without heart-rate limits: the times of a session are then known beforehand. */
export class CampaignServer extends SimulatedServer {
  /** What happens to a request on its way there and back; see `schedules.ts`. */
  trouble: (request: PhoneRequest) => Trouble = () => "none";
  /** Events that came again under their id with another content. */
  readonly changed: string[] = [];
  readonly #seen = new Map<string, string>();

  readonly answer = async (request: PhoneRequest): Promise<PhoneAnswer> => {
    const trouble = this.trouble(request);
    if (trouble === "request lost") throw new Error("The connection was refused.");
    if (trouble === "refused") return { status: 503, statusText: "", headers: {}, body: "{}" };
    if (trouble === "expired") return { status: 401, statusText: "", headers: {}, body: '{"code":"expired"}' };
    if (trouble === "twice") await this.#serve(request);
    const answered = await this.#serve(request);
    if (trouble === "answer lost") throw new Error("The connection was reset.");
    return answered;
  };

  #note(request: PhoneRequest): void {
    if (!request.url.endsWith("/v1/events")) return;
    for (const event of (JSON.parse(request.body ?? "{}") as { events: LogEvent[] }).events) {
      const text = JSON.stringify(event);
      if ((this.#seen.get(event.id) ?? text) !== text) this.changed.push(event.id);
      this.#seen.set(event.id, text);
    }
  }

  async #serve(request: PhoneRequest): Promise<PhoneAnswer> {
    this.#note(request);
    const answered = await this.fetch(request);
    if (!request.url.endsWith("/v1/plan")) return answered;
    const { plan, profile } = JSON.parse(answered.body) as { plan: Plan | null; profile: Profile };
    return { ...answered, body: JSON.stringify({ plan, profile: { ...profile, heartRate: null } }) };
  }
}

/** Everything that outlives a watch's program at one instant: disk, alarms, and what the cloud had by then. */
export type Saved = {
  readonly at: number;
  readonly disk: ReadonlyMap<string, string>;
  readonly stored: readonly LogEvent[];
  readonly plan: Plan | null;
  /** How many vibrations were felt until then. */
  readonly felt: number;
};

export type World = { readonly watch: SimulatedWatch; readonly server: CampaignServer; readonly disk: Disk };

/** The watch's and the phone's storage, with a look at every write. */
export class Disk {
  readonly map: Map<string, string>;
  onWrite: (key: string) => void = () => undefined;

  constructor(map: ReadonlyMap<string, string> = new Map()) {
    this.map = new Map(map);
  }

  get = (key: string): string | null => this.map.get(key) ?? null;
  keys = (): string[] => [...this.map.keys()];
  set = (key: string, value: string): void => {
    this.map.set(key, value);
    this.onWrite(key);
  };
  remove = (key: string): void => {
    if (this.map.delete(key)) this.onWrite(key);
  };
}

const ALARMS = "watch/alarms";

/** What a power cut at this instant leaves. */
export function save({ watch, server, disk }: World): Saved {
  const map = new Map(disk.map);
  // A killed program's alarms live on in the system; a reboot takes them, see `rebooted`.
  map.set(ALARMS, JSON.stringify(watch.device.hardware.alarms.list()));
  return {
    at: watch.clock.now(),
    disk: map,
    stored: [...server.stored],
    plan: server.plan,
    felt: watch.vibrations.length,
  };
}

export function rebooted(saved: Saved): Saved {
  const alarms = JSON.parse(saved.disk.get(ALARMS) ?? "[]") as { store: boolean }[];
  const kept = JSON.stringify(alarms.filter(({ store }) => store));
  return { ...saved, disk: new Map(saved.disk).set(ALARMS, kept) };
}

/** A watch started on what was saved, some time later; the app is opened. */
export async function openSaved(saved: Saved, laterMs: number): Promise<World> {
  const server = new CampaignServer();
  server.confirmed = true;
  server.plan = saved.plan;
  server.stored.push(...saved.stored);
  const disk = new Disk(saved.disk);
  const watch = await startWatch({
    packageDir: PACKAGE_DIR,
    variant: "round-480",
    fetch: server.answer,
    clockStartMs: saved.at + laterMs,
    realNow: () => REAL_NOW,
    store: disk,
  });
  return { watch, server, disk };
}

let paired: Promise<Saved> | null = null;

async function pairOnce(): Promise<Saved> {
  const disk = new Disk();
  const { watch } = await pairedWatch({ store: disk, realNow: () => REAL_NOW });
  await watch.clock.advance(10 * SECOND);
  const saved: Saved = { at: watch.clock.now(), disk: new Map(disk.map), stored: [], plan: null, felt: 0 };
  await watch.stop();
  return saved;
}

/** A paired watch with this plan on its home page. */
export async function worldWith(plan: Plan): Promise<World> {
  paired ??= pairOnce();
  const world = await openSaved({ ...(await paired), plan }, SECOND);
  const { watch } = world;
  await watch.clock.advance(SECOND);
  await watch.tap("Sync");
  await watch.clock.advance(5 * SECOND);
  return world;
}

/** The sessions that the cloud stored. */
export const sessionsOf = (server: SimulatedServer): LogEventOf<"session.recorded.v1">[] =>
  server.stored.filter((event) => event.type === "session.recorded.v1") as LogEventOf<"session.recorded.v1">[];

/** What the app did that the platform does not offer, and what it threw. */
export function misuse({ violations, events }: SimulatedWatch): string[] {
  return [
    ...violations.map(({ message }) => `violation: ${message}`),
    ...events.filter(({ kind }) => kind === "error").map(({ text }) => `error: ${text}`),
  ];
}
