import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

type CardProps = { readonly title: string; readonly kind?: string; readonly children: ComponentChildren };

/** A titled part of a page, found by its name among the landmarks. */
export function Card({ title, kind, children }: CardProps) {
  const id = useId();
  return (
    <section class={`card ${kind ?? ""}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Holds the place of a card while its data is on the way. */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => (
  <div class="card skeleton" aria-hidden="true">
    {Array.from({ length: lines }, (_, index) => (
      <span key={index} />
    ))}
  </div>
);
