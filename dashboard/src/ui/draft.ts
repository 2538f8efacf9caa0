import { useState } from "preact/hooks";

/** What a form shows: what is kept, as it is by now, and over it what the person has changed here. */
export function useDraft<T extends object>(kept: T): readonly [T, (part: Partial<T>) => void] {
  const [changed, change] = useState<Partial<T>>({});
  return [{ ...kept, ...changed }, (part) => change((before) => ({ ...before, ...part }))];
}
