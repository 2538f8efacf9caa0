/**
 * The newest API_LEVEL of each model the package is built for.
 * Source: docs/reference/related-resources/device-list
 */
const API_LEVELS: Readonly<Record<string, string>> = {
  "Amazfit Balance 3": "4.4",
  "Amazfit Balance Ultra": "4.4",
  "Amazfit Bip Max": "4.4",
  "Amazfit Cheetah 2 Ultra": "4.3",
  "Amazfit Cheetah 2 Pro": "4.3",
  "Amazfit Active 3 Premium": "4.2",
  "Amazfit T-Rex Ultra 2": "4.2",
  "Amazfit Active Max": "4.2",
  "Amazfit T-Rex 3 Pro 44": "4.2",
  "Amazfit T-Rex 3 Pro 48": "4.2",
  "Amazfit Active 2 Round": "4.2",
  "Amazfit Active 2 Square": "4.2",
  "Amazfit Balance 2": "4.2",
  "Amazfit Bip 6": "4.2",
  "Amazfit T-Rex 3": "4.0",
  "Amazfit Balance": "3.7",
};

const OLDEST = "3.6";

/** API_LEVEL of a model; the oldest supported one when the model is not in the list. */
export function apiLevelOf(model: string): string {
  const plain = (name: string) => name.replace(/^Amazfit /, "").replace(/ mm\b| \(.*\)/g, "");
  const found = Object.entries(API_LEVELS).find(([name]) => plain(name) === plain(model));
  return found?.[1] ?? OLDEST;
}

/** "3.6" → 306, so that levels compare as numbers. */
export function levelNumber(level: string): number {
  const [major = "0", minor = "0"] = level.split(".");
  return Number(major) * 100 + Number(minor);
}
