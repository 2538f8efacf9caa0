/** What had the focus goes away with the next picture: the keyboard goes on at the first element that `selector` finds then. */
export function focusNext(selector: string): void {
  requestAnimationFrame(() => setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus()));
}
