import { addDays } from "../core/calendar/calendar.ts";
import { checkin, firstVisit, session } from "../test/pipeline/events.ts";
import { MeteredCloud } from "./cloud.ts";
import { type Figure, figure } from "./figure.ts";

const WEEKS = 12;

/**
 * What DynamoDB counts for a session, with the deployed bundles: from the watch's call to the plan that it fetches, and for the
 * morning after (the alarm rings, the check-in is sent, the plan is made and fetched, the alarm of the next session rings).
 * Of somebody with twelve weeks of three sessions behind them, whose rows have the size they have in life.
 */
export async function capacity(): Promise<Figure[]> {
  const cloud = await MeteredCloud.start();
  // The functions say in the log what they did; here only the table of figures is asked for.
  const { log } = console;
  console.log = () => {};
  try {
    await live(cloud);
    cloud.take();
    const sent = await measured(cloud, "session to plan", theSession);
    const after = await measured(cloud, "the morning after", theMorningAfter);
    return [...sent, ...after, ...together([...sent, ...after])];
  } finally {
    console.log = log;
    await cloud.stop();
  }
}

async function measured(cloud: MeteredCloud, name: string, run: (cloud: MeteredCloud) => Promise<void>) {
  await cloud.later();
  await run(cloud);
  const spent = [...cloud.take()];
  const sum = (of: "writes" | "reads") => spent.reduce((total, [, units]) => total + units[of], 0);
  return [
    ...spent.flatMap(([of, { writes, reads }]) => [
      figure(`${name}, ${of} (WCU)`, writes),
      figure(`${name}, ${of} (RCU)`, reads),
    ]),
    figure(`${name}, all in (WCU)`, sum("writes")),
    figure(`${name}, all in (RCU)`, sum("reads")),
  ];
}

/** The session, the check-in of the morning after and the alarms of both. */
function together(figures: readonly Figure[]): Figure[] {
  return ["WCU", "RCU"].map((unit) => {
    const sums = figures.filter(({ name }) => name.endsWith(`, all in (${unit})`));
    return figure(
      `session, check-in and reminders (${unit})`,
      sums.reduce((total, { value }) => total + value, 0),
    );
  });
}

const today = (): string => new Date().toISOString().slice(0, 10);

async function live(cloud: MeteredCloud): Promise<void> {
  const first = addDays(today(), -7 * WEEKS);
  await cloud.post(firstVisit(addDays(first, -1)));
  for (let day = 0; day < 7 * WEEKS - 3; day += 1) {
    const date = addDays(first, day);
    if ([1, 3, 5].includes(day % 7)) await cloud.post([session(date)]);
    if ([2, 4, 6].includes(day % 7)) await cloud.post([checkin(date)]);
  }
}

async function theSession(cloud: MeteredCloud): Promise<void> {
  await cloud.post([session(addDays(today(), -1))]);
  await cloud.get("/v1/plan");
}

async function theMorningAfter(cloud: MeteredCloud): Promise<void> {
  await cloud.ring();
  await cloud.post([checkin(today(), 2)]);
  await cloud.get("/v1/plan");
  await cloud.ring();
}
