import { effect, signal } from "@preact/signals";
import { remembered } from "../data/remembered.ts";

const kept = remembered("backstride.letters");

/** Larger, wider letters, on this device. */
export const legible = signal(kept.get() !== null);

/** The style sheet reads it from the root element. */
export function keepLetters(): void {
  effect(() => {
    document.documentElement.toggleAttribute("data-legible", legible.value);
    kept.set(legible.value ? "yes" : null);
  });
}
