import { expect, type Page } from "@playwright/test";

/** The simulated watch and phone, by what a person sees of them. */
export class SimulatedWatch {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  readonly screen = () => this.page.getByRole("region", { name: "Watch screen" });
  readonly phone = () => this.page.getByRole("region", { name: "Phone" });
  readonly button = (name: string) => this.screen().getByRole("button", { name, exact: true });

  async open(url: string): Promise<void> {
    await this.page.goto(`${url}/watch/`);
    await expect(this.button("Sync")).toBeVisible();
  }

  /** Asks for a pairing code and returns it. */
  async pairingCode(): Promise<string> {
    await this.phone().getByRole("button", { name: "Pair this watch" }).click();
    const code = this.phone().getByText(/^[A-Z]{4}-[A-Z]{4}$/);
    await expect(code).toBeVisible();
    return code.innerText();
  }

  async setSpeed(times: 1 | 5 | 20 | 60): Promise<void> {
    await this.page.getByRole("button", { name: `Speed ×${times}` }).click();
  }

  /** The session to its end, each cue as soon as the one before is over. */
  async fromCueToCue(): Promise<void> {
    const next = this.page.getByRole("button", { name: "Next cue" });
    await expect(async () => {
      await next.click();
      await expect(this.button("Done")).toBeVisible({ timeout: 50 });
    }).toPass({ intervals: [50], timeout: 60_000 });
  }

  async link(on: boolean): Promise<void> {
    await this.page.getByRole("checkbox", { name: "Phone link" }).setChecked(on);
  }

  /** Today's session, the questions before it answered: back, leg, feeling well. */
  async begin(back: string, leg: string): Promise<void> {
    await this.button("Start").click();
    await this.score("Back pain now", back);
    await this.score("Leg or foot now", leg);
    await this.button("I feel well").click();
    await expect(this.button("Pause")).toBeVisible();
  }

  /** A question whose text has `about` in it, answered with a score. */
  async score(about: string, value: string): Promise<void> {
    await expect(this.screen()).toContainText(about);
    await this.button(value).click();
  }

  /** The questions after a session: worst and now for back and leg, effort, tingling, which saves them. */
  async answerAfter(): Promise<void> {
    await this.button("Done").click();
    await this.button("Different").click();
    await this.score("Worst back", "3");
    await this.score("Worst leg", "0");
    await this.score("Back pain now", "2");
    await this.score("Leg or foot now", "0");
    await this.score("How hard was it", "4");
    // What was saved leads on by itself: at sixty times the speed at once.
    await this.button("No").click();
    // The floor exercises are offered where the plan has some.
    const summary = /\d:\d\d done/;
    await expect(this.screen()).toContainText(new RegExp(`${summary.source}|Floor exercises`), { timeout: 20_000 });
    if (await this.button("Not today").isVisible()) await this.button("Not today").click();
    await expect(this.screen()).toContainText(summary);
  }
}
