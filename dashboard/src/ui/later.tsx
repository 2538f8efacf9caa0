import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Skeleton } from "./card.tsx";

type LaterProps = { readonly children: () => ComponentChildren };

let last: Promise<void> = Promise.resolve();

/** The next frame that nobody else has been given. */
function turn(): Promise<void> {
  last = last.then(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  return last;
}

/** Made once the page has been painted, each in a frame of its own: an old phone shows first what is seen first, and answers meanwhile. */
export function Later({ children }: LaterProps) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    void turn().then(() => setDue(true));
  }, []);
  return due ? children() : <Skeleton />;
}
