import { effect } from "@preact/signals";
import { marker, onOtherTab } from "../data/marker.ts";
import { accounts, cache, fleeting, live, outbox } from "../data/store.ts";

/** Ties the page to its surroundings: who is signed in, whether anybody looks, whether there is a network. */
export function wake(): void {
  effect(() => {
    const { kind } = accounts.account.value;
    if (kind === "out") cache.clear();
    if (kind === "in") live.start();
    else live.stop();
    if (kind === "in") void outbox.flush();
  });
  document.addEventListener("visibilitychange", () => live.look());
  for (const type of ["pointerdown", "keydown"]) {
    document.addEventListener(type, () => live.touch(), { passive: true });
  }
  window.addEventListener("online", () => {
    void outbox.flush();
    live.look();
  });
  // The browser asks whether to leave; nothing here can keep what it would not store.
  window.addEventListener("beforeunload", (event) => {
    if (fleeting.peek()) event.preventDefault();
  });
  // Signed out in another tab: nothing of this person stays on the screen, or is written down again.
  onOtherTab(() => {
    const account = accounts.account.peek();
    if (account.kind === "in" && marker.get()?.id !== account.person.id) location.reload();
  });
  void accounts.resume();
}
