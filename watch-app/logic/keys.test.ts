import { expect, test } from "vitest";
import { type Asking, type Key, keyAct, type Press } from "./keys.ts";

test.each<[Key, Press, boolean, Asking, string]>([
  ["select", "click", false, null, "toggle"],
  ["select", "click", true, null, "toggle"],
  ["shortcut", "click", false, null, "toggle"],
  ["home", "click", false, null, "toggle"],
  ["home", "click", true, null, "leave"],
  ["home", "click", true, "other", "leave"],
  ["home", "long", false, null, "leave"],
  ["down", "click", false, null, "ask"],
  ["select", "long", true, null, "ask"],
  ["down", "click", true, "end", "end"],
  ["shortcut", "long", true, "end", "end"],
  ["select", "click", true, "end", "go-on"],
  ["home", "click", true, "end", "go-on"],
  ["select", "click", true, "other", "nothing"],
  ["down", "click", true, "other", "nothing"],
  ["back", "click", false, null, "nothing"],
  ["up", "long", false, null, "nothing"],
])("%s, %s, paused %s, open %s: %s", (key, press, paused, asking, act) => {
  expect(keyAct(key, press, paused, asking)).toBe(act);
});
