import { effect } from "@preact/signals";
import { accounts, live } from "../data/store.ts";

/** Ties the page to its surroundings: who is signed in, whether anybody looks, whether there is a network. */
export function wake(): void {
  effect(() => {
    if (accounts.account.value.kind === "in") live.start();
    else live.stop();
  });
  document.addEventListener("visibilitychange", () => live.look());
  for (const type of ["pointerdown", "keydown"]) {
    document.addEventListener(type, () => live.touch(), { passive: true });
  }
  window.addEventListener("online", () => {
    if (accounts.account.peek().kind === "unreachable") void accounts.resume();
    live.look();
  });
  void accounts.resume();
}
