import { addDays } from "../../core/calendar/calendar.ts";
import { envelope, sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

/** Late in the evening of a date, at an offset from UTC. */
function lateRun(localDate: string, utcOffsetMin: number, zone: string) {
  const session = sessionEvent(new Date(Date.parse(`${localDate}T23:30:00Z`) - utcOffsetMin * 60_000));
  return { ...session, localDate, utcOffsetMin, zone };
}

/** "Sat 28 Nov", as the list and the tables write it. */
const written = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" })
    .format(Date.parse(date))
    .replace(",", "");

/** Two places whose evening is another day in UTC, looked at from a browser that is elsewhere still. */
for (const [place, zone, utcOffsetMin] of [
  ["Apia", "Pacific/Apia", 780],
  ["Lord Howe", "Australia/Lord_Howe", 660],
] as const) {
  test.describe(place, () => {
    test.use({ timezoneId: zone === "Pacific/Apia" ? "America/Los_Angeles" : zone });

    test(`in ${place} late runs lie on the day that it was there: in the calendar, the list and the trends`, async ({
      page,
      product,
    }) => {
      const today = new Date(Date.now() + utcOffsetMin * 60_000).toISOString().slice(0, 10);
      const dates = [-16, -9, -2].map((days) => addDays(today, days));
      const moved = { ...envelope(), type: "profile.changed.v1" as const, data: { zone } };
      await signedIn(page, product, [moved, ...dates.map((date) => lateRun(date, utcOffsetMin, zone))]);

      await page.goto(`${product.url}/history`);
      await expect(page.locator(".entries .entry-day")).toHaveText([...dates].reverse().map(written));
      await page.goto(`${product.url}/history?view=calendar`);
      const done = page.getByRole("button", { name: /: done/ });
      await expect(done).toHaveCount(dates.length);
      const shown = await done.evaluateAll((days) => days.map((day) => day.dataset.date));
      expect([...shown].sort()).toEqual(dates);
      await page.goto(`${product.url}/trends`);
      const chart = page.getByRole("region", { name: "The morning after" });
      await chart.getByText("Show data as table").click();
      await expect(chart.getByRole("rowheader")).toHaveText(dates.map(written));
    });
  });
}
