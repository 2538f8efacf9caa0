import { useEffect, useState } from "preact/hooks";

/**
 * How many of so many parts to show by now: `step` at once, then as many more again and again, so that an old phone answers
 * meanwhile.
 */
export function useGradually(count: number, step: number): number {
  const [shown, show] = useState(step);
  useEffect(() => {
    if (shown >= count) return;
    const timer = setTimeout(() => show(shown + step));
    return () => clearTimeout(timer);
  }, [shown, count]);
  return shown;
}
