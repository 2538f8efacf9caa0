import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getQuickJS, type QuickJSContext, type QuickJSHandle, type QuickJSRuntime } from "quickjs-emscripten";

/** What one run of the device bundle showed. Bytes and milliseconds; `ticks` one entry per timer that ran. */
export type QuickRun = {
  readonly emptyBytes: number;
  readonly peakBytes: number;
  readonly ticks: readonly number[];
  readonly vibrations: number;
  /** What the package wrote on its console; a script that failed says so there. */
  readonly log: readonly string[];
  readonly files: ReadonlyMap<string, string>;
};

type Options = {
  /** A variant's device folder of the unpacked package. */
  readonly deviceDir: string;
  /** Files of the watch by path, as byte strings; a session that has begun among them. */
  readonly files: ReadonlyMap<string, string>;
  readonly startMs: number;
  readonly playMs: number;
  /** The engine refuses to allocate more. */
  readonly limitBytes?: number;
};

const SAMPLE_EVERY = 25;

/** The world as the scripts inside see it. */
class Watch {
  now: number;
  vibrations = 0;
  readonly log: string[] = [];
  readonly files: Map<string, string>;

  constructor(files: ReadonlyMap<string, string>, startMs: number) {
    this.files = new Map(files);
    this.now = startMs;
  }

  /** Rises and falls like a runner's, so that its trace does not compress to nothing. */
  heartRate(): number {
    const second = Math.floor(this.now / 1_000);
    return 118 + Math.round(22 * Math.sin(second / 60) + 3 * Math.sin(second * 1.7));
  }

  steps(): number {
    return Math.floor(this.now / 400) % 100_000;
  }
}

function give(vm: QuickJSContext, watch: Watch): void {
  const host = vm.newObject();
  const text = (handle: QuickJSHandle | undefined): string => (handle === undefined ? "" : vm.getString(handle));
  const set = (name: string, call: (...args: QuickJSHandle[]) => QuickJSHandle | undefined): void =>
    vm.newFunction(name, (...args) => call(...args)).consume((handle) => vm.setProp(host, name, handle));
  set("now", () => vm.newNumber(watch.now));
  set("heartRate", () => vm.newNumber(watch.heartRate()));
  set("steps", () => vm.newNumber(watch.steps()));
  set("vibrate", () => {
    watch.vibrations += 1;
    return undefined;
  });
  set("log", (line) => void watch.log.push(text(line)));
  set("go", (url) => void watch.log.push(`goes to ${text(url)}`));
  set("read", (path) => {
    const found = watch.files.get(text(path));
    return found === undefined ? undefined : vm.newString(found);
  });
  set("write", (path, data) => void watch.files.set(text(path), text(data)));
  set("append", (path, data) => void watch.files.set(text(path), (watch.files.get(text(path)) ?? "") + text(data)));
  set("remove", (path) => void watch.files.delete(text(path)));
  vm.setProp(vm.global, "host", host);
  host.dispose();
}

const evaluate = (vm: QuickJSContext, code: string, name: string): void =>
  vm.unwrapResult(vm.evalCode(code, name)).dispose();

/** Bytes in use, as the engine's own allocator counts them. */
function usedBytes(vm: QuickJSContext, runtime: QuickJSRuntime): number {
  return runtime.computeMemoryUsage().consume((usage) => {
    const { memory_used_size } = vm.dump(usage) as { memory_used_size: number };
    return memory_used_size;
  });
}

function boot(vm: QuickJSContext, deviceDir: string, script: string, start: string): void {
  evaluate(vm, readFileSync(join(deviceDir, `${script}.js`), "utf8"), script);
  evaluate(vm, `${start}()`, start);
}

function call(vm: QuickJSContext, name: string): number {
  const handle = vm.getProp(vm.global, name);
  const result = vm.unwrapResult(vm.callFunction(handle, vm.undefined)).consume((value) => vm.dump(value) as unknown);
  handle.dispose();
  return Number(result);
}

/** The session page over `playMs` of virtual time. */
function play(vm: QuickJSContext, runtime: QuickJSRuntime, watch: Watch, playMs: number) {
  const end = watch.now + playMs;
  const ticks: number[] = [];
  let peakBytes = usedBytes(vm, runtime);
  let nextBeat = watch.now + 1_000;
  for (let at = call(vm, "nextAt"); at >= 0 && watch.now < end; at = call(vm, "nextAt")) {
    watch.now = Math.max(watch.now, Math.min(at, nextBeat));
    if (watch.now >= nextBeat) {
      nextBeat += 1_000;
      call(vm, "beat");
      continue;
    }
    const before = performance.now();
    call(vm, "runDue");
    ticks.push(performance.now() - before);
    runtime.executePendingJobs();
    if (ticks.length % SAMPLE_EVERY === 0) peakBytes = Math.max(peakBytes, usedBytes(vm, runtime));
  }
  return { ticks, peakBytes };
}

/** Runs app and session page of the packaged device bundle in QuickJS, without any global newer than 2020. */
export async function quickSession({ deviceDir, files, startMs, playMs, limitBytes }: Options): Promise<QuickRun> {
  const runtime = (await getQuickJS()).newRuntime();
  const vm = runtime.newContext();
  const emptyBytes = usedBytes(vm, runtime);
  if (limitBytes !== undefined) runtime.setMemoryLimit(limitBytes);
  const watch = new Watch(files, startMs);
  try {
    give(vm, watch);
    evaluate(vm, readFileSync("bench/quickjs-watch.js", "utf8"), "quickjs-watch.js");
    boot(vm, deviceDir, "app", "startApp");
    boot(vm, deviceDir, "page/session", "startPage");
    const { ticks, peakBytes } = play(vm, runtime, watch, playMs);
    evaluate(vm, "closePage()", "closePage");
    return { emptyBytes, peakBytes, ticks, vibrations: watch.vibrations, log: watch.log, files: watch.files };
  } catch (error) {
    // Not as its cause: the error holds the whole engine, and a test runner would print that.
    throw new Error(`QuickJS: ${String(error)} ${watch.log.join(" | ")}`);
  } finally {
    vm.dispose();
    runtime.dispose();
  }
}
