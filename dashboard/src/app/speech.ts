import { computed, effect } from "@preact/signals";
import { Summary } from "../../../core/contract/api.ts";
import { remembered } from "../data/remembered.ts";
import { cache } from "../data/store.ts";
import { languageFor, speak } from "../i18n/languages.ts";
import { language } from "../i18n/t.ts";

const last = remembered("backstride.language");

/** The language to begin with: the one of the last visit, else the browser's. Resolves once there are words. */
export const firstWords = (): Promise<void> => speak(languageFor([last.get(), ...navigator.languages]));

/** Keeps the page in the language that the person has told, on whichever device, and says so in `<html lang>`. */
export function keepLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value === "zh" ? "zh-Hans" : language.value;
    last.set(language.value);
  });
  const told = computed(() => {
    const { data, old } = cache.entry("/v1/summary", Summary).value;
    // What was kept may be older than the last choice made at this browser.
    return old === true ? undefined : data?.profile.language;
  });
  effect(() => {
    // One that cannot be fetched now stays for the next visit; the texts on the page remain.
    if (told.value !== undefined) void speak(told.value).catch(() => undefined);
  });
}
