import { envelope, sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("trends: each chart is a conclusion, a picture with a name, a slider that speaks, and a table", async ({
  page,
  product,
}) => {
  const log = [22, 15, 8].flatMap((days, index) => {
    const morning = envelope(daysAgo(days - 1));
    const data = { kind: "morning" as const, back: 4 - index, leg: 0, forDate: morning.localDate };
    return [sessionEvent(daysAgo(days)), { ...morning, type: "checkin.reported.v1" as const, data }];
  });
  await signedIn(page, product, log);
  await page.goto(`${product.url}/trends`);
  const chart = page.getByRole("region", { name: "The morning after" });
  await expect(chart).toMatchAriaSnapshot(`
    - region "The morning after":
      - heading "The morning after" [level=2]
      - figure:
        - text: /Each session of the last 26 weeks/
        - img /The morning after\\. /
        - slider "Inspect time"
        - status: /Minutes running .*, Morning pain \\d/
        - group: Show data as table
  `);
  const slider = chart.getByRole("slider", { name: "Inspect time" });
  await slider.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", /Minutes running 1.5, Morning pain 4/);
  await chart.getByText("Show data as table").press("Enter");
  await expect(chart.getByRole("row")).toHaveCount(4);
  await page.getByRole("link", { name: "Years" }).press("Enter");
  await expect(page).toHaveURL(/by=years/);
  await expect(page.getByRole("region", { name: "Pain and running" }).getByRole("img")).toBeVisible();
});
