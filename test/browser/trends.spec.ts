import { envelope, sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** A chart is a sentence, a picture of that name, a slider that says what it is at, and a table. */
const chartOf = (title: string, says: string, values: string): string => `
  - region "${title}":
    - heading "${title}" [level=2]
    - figure /${says}/:
      - text: /${says}/
      - img /^${title}\\. .*${says}/
      - slider "Inspect time"
      - status: /${values}$/
      - group: Show data as table`;

const ALL_CHARTS = [
  [
    "Pain and running",
    "The worst pain of a day went from \\d.*20\\d\\d. to",
    "Worst pain of a day none, Minutes running 0",
  ],
  ["The morning after", "Not enough data yet", "Minutes running .+, Morning pain \\d"],
  ["Mornings", "Morning pain. from", "Morning pain .+, Stiffness none, Energy none"],
  ["Level", "Not enough data yet", "Level .+"],
  ["Sessions", "20\\d\\d. 3 sessions, \\d+ wished for", "Sessions \\d, Wished for .+"],
  ["Minutes moving", "min moving and", "Minutes moving \\d+, Minutes of variety \\d+"],
  ["Questionnaires", "RMDQ, of 24", "RMDQ, of 24 .+, Your activities .PSFS., of 10 .+"],
]
  .map(([title = "", says = "", values = ""]) => chartOf(title, says, values))
  .join("");

test("trends: each chart is a conclusion, a picture with a name, a slider that speaks, and a table", async ({
  page,
  product,
}) => {
  const log = [22, 15, 8].flatMap((days, index) => {
    const morning = envelope(daysAgo(days - 1));
    const data = { kind: "morning" as const, back: 4 - index, leg: 0, forDate: morning.localDate };
    return [sessionEvent(daysAgo(days)), { ...morning, type: "checkin.reported.v1" as const, data }];
  });
  const asked = [30, 2].flatMap((days) => {
    const activities = ["Lifting a bag", "Sitting", "Putting on socks"];
    const rmdq = {
      kind: "rmdq" as const,
      items: Array.from({ length: 24 }, (_, at) => (at % 4 === 0 ? 1 : 0)),
      version: 1,
    };
    const psfs = { kind: "psfs" as const, items: [4, 5, 6], activities, version: 1 };
    return [rmdq, psfs].map((data) => ({
      ...envelope(daysAgo(days)),
      type: "questionnaire.answered.v1" as const,
      data,
    }));
  });
  await signedIn(page, product, [...log, ...asked]);
  await page.goto(`${product.url}/trends`);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(ALL_CHARTS);
  const load = page.getByRole("region", { name: "Pain and running" }).getByRole("slider");
  await load.press("ArrowLeft");
  await expect(load).toHaveAttribute("aria-valuetext", /Worst pain of a day \d to \d, middle \d/);
  const chart = page.getByRole("region", { name: "The morning after" });
  const slider = chart.getByRole("slider", { name: "Inspect time" });
  await slider.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", /Minutes running 1.5, Morning pain 4/);
  await chart.getByText("Show data as table").press("Enter");
  await expect(chart.getByRole("row")).toHaveCount(4);
  await page.getByRole("link", { name: "Years" }).press("Enter");
  await expect(page).toHaveURL(/by=years/);
  await expect(page.getByRole("region", { name: "Pain and running" }).getByRole("img")).toBeVisible();
});
