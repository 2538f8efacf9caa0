import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** No chart is drawn narrower. */
const LEAST = 200;

/**
 * The width of an element in CSS pixels, as it changes; null until the browser has laid it out, which is before it is painted.
 * Asking for it any sooner would have the whole page laid out for it.
 */
export function useWidth<E extends Element>(): [RefObject<E | null>, number | null] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(LEAST, Math.round(entry.contentRect.width)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
