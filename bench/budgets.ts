/** Every budget in one place: a figure above its budget makes `npm run bench` fail. Bytes, milliseconds, units of DynamoDB. */
export const BUDGETS: Readonly<Record<string, number>> = {
  "watch package, largest .zpk (bytes)": 200 * 1024,
  "watch, peak heap of 60 min in QuickJS (bytes)": 2_000_000,
  "watch, median tick in QuickJS (ms)": 1,
  "watch, peak heap with exercises in QuickJS (bytes)": 2_000_000,
  "watch, median tick with exercises in QuickJS (ms)": 1,
  // 6 KB is what the link may carry; a tenth is kept free for what a session may tell one day.
  "watch, 40-min session over the link (bytes)": 5_400,
  "watch, 40-min session with exercises over the link (bytes)": 5_400,
  "function bundle, largest (bytes)": 400_000,
  // What one person loads: all code and one language, the largest of them; a route: its code with what it imports.
  "dashboard, largest route (bytes, gzip)": 40_000,
  "dashboard, first load (bytes, gzip)": 120_000,
  "dashboard, all scripts and a language (bytes, gzip)": 90_000,
  "dashboard, styles (bytes, gzip)": 10_000,
  // Lighthouse: mobile, slow 4G, CPU ÷4, the median of three, with five years of data.
  ...onEachPage({
    "performance, short of 100": 2,
    "accessibility, short of 100": 0,
    "best-practices, short of 100": 0,
    "LCP (ms)": 1500,
    "CLS (thousandths)": 20,
    "TBT (ms)": 50,
  }),
  "trends of 5 years painted (ms)": 150,
  "trends of 5 years painted, CPU ÷4 (ms)": 400,
  "session to plan, p95 (ms)": 200,
  "throughput, events not accepted": 0,
  "throughput, dead letters": 0,
  "throughput, memory (MB)": 600,
  // 50 requests a second with ten events each, for 30 s.
  "load, events not accepted": 0,
  "load, accepting 10 events, p99 (ms)": 150,
  "load, dead letters": 0,
  "load, memory (MB)": 600,
  "session to plan, all in (WCU)": 7,
  "session to plan, all in (RCU)": 19.5,
  "session, check-in and reminders (WCU)": 15,
  "session, check-in and reminders (RCU)": 51.5,
  "fold from zero over 5 years (ms)": 20,
  "decide from a checkpoint (ms)": 1,
  "decide from a checkpoint, QuickJS (ms)": 50,
  "checkpoint, largest (bytes)": 3072,
};

/** What has to be reached: a figure below makes `npm run bench` fail. */
export const FLOORS: Readonly<Record<string, number>> = {
  // 50 a second are asked; the first and the last answer take their time, too.
  "load, requests accepted a second": 49.5,
  "throughput, sessions a second through to their plans": 50,
};

function onEachPage(budgets: Readonly<Record<string, number>>): Record<string, number> {
  const pages = ["today", "history", "session"];
  return Object.fromEntries(
    pages.flatMap((page) => Object.entries(budgets).map(([name, budget]) => [`${page}, ${name}`, budget])),
  );
}
