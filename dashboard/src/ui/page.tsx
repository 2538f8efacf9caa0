import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t.ts";

/** Holds the line of a subtitle that is still on its way. */
export const SUB_TO_COME = "\u00a0";

type PageProps = {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly kind?: string;
  readonly children: ComponentChildren;
};

/** The frame of every page: its name in the tab, and the heading that takes the focus when the page opens. */
export function Page({ title, sub, kind, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title]);
  return (
    <div class={`page ${kind ?? ""}`}>
      <header class="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        {sub === undefined ? null : <p class="page-sub">{sub}</p>}
      </header>
      {children}
    </div>
  );
}

/** Moves the focus to the heading of the page, which then is read out. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}
