import { signal } from "@preact/signals";

/** Set while somebody is asked to show again who they are: called with whether they did. */
export const asked = signal<((proven: boolean) => void) | null>(null);

/** Whether there is somebody to ask: a page that shows the question while `asked` is set says so. */
let askable = false;

/** For a page, as long as it can show the question. @returns ends that; a question that is open then counts as declined */
export function canAsk(): () => void {
  askable = true;
  return () => {
    askable = false;
    asked.peek()?.(false);
  };
}

/** Asks; false when they would rather not, or when there is nobody to ask. */
export async function proveAgain(): Promise<boolean> {
  if (!askable) return false;
  return new Promise((done) => {
    asked.value = (proven) => {
      asked.value = null;
      done(proven);
    };
  });
}
