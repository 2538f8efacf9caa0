import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

type FoldProps = { readonly summary: string; readonly children: () => ComponentChildren };

/** What lies in it is made when it is opened, or printed: a closed table costs an old phone nothing. */
export function Fold({ summary, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    addEventListener("beforeprint", show);
    return () => removeEventListener("beforeprint", show);
  }, []);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open ? children() : null}
    </details>
  );
}
