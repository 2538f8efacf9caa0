import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Skeleton } from "./card.tsx";

type LaterProps = { readonly children: () => ComponentChildren };

/** Made in a task of its own once the page has been painted: an old phone shows first what is seen first, and answers meanwhile. */
export function Later({ children }: LaterProps) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true));
    return () => clearTimeout(timer);
  }, []);
  return due ? children() : <Skeleton />;
}
