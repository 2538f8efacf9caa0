import { expect, it } from "vitest";
import { speak, speakWhole } from "./languages.ts";
import { language, show, t } from "./t.ts";

it("what every day says comes first; the rest once a page asks for it, and from then on in every language", async () => {
  await speak("en");
  expect([t("nav.today"), t("settings.sub")]).toEqual(["Today", "settings.sub"]);
  await speakWhole();
  expect(t("settings.sub")).toMatch(/^Change anything/);
  await speak("de");
  expect([language.peek(), t("nav.today")]).toEqual(["de", "Heute"]);
  expect(t("settings.sub")).toMatch(/^Ändere/);
});

it("words of every day that come after all of them take none away", async () => {
  await speak("en");
  await speakWhole();
  show("en", [await import("./en/everyday.ts")]);
  expect([t("nav.today"), t("settings.sub")]).toEqual(["Today", expect.stringMatching(/^Change anything/)]);
});

it("of languages asked for at once the last one is shown, and whoever asked waits for it", async () => {
  const first = speak("fr");
  const last = speak("es");
  await first;
  expect([language.peek(), t("nav.today")]).toEqual(["es", "Hoy"]);
  await last;
  expect(language.peek()).toBe("es");
});
