import type { ComponentChildren } from "preact";
import type { BackstrideError } from "../../../core/error.ts";
import { t } from "../i18n/t.ts";

type NoticeProps = { readonly tone: "calm" | "warn" | "stop"; readonly children: ComponentChildren };

export const Notice = ({ tone, children }: NoticeProps) => <div class={`notice notice-${tone}`}>{children}</div>;

type FailureProps = { readonly error: BackstrideError | undefined; readonly onRetry?: () => void };

/** Why something did not load or was not taken, and what to do about it. Empty without an error, so that it can be announced. */
export function Failure({ error, onRetry }: FailureProps) {
  return (
    <div role="alert">
      {error === undefined ? null : (
        <div class="notice notice-warn">
          <p>{error.message}</p>
          {error.code === "outdated" ? (
            <button type="button" class="button quiet" onClick={() => location.reload()}>
              {t("app.reload")}
            </button>
          ) : null}
          {error.code !== "outdated" && onRetry !== undefined ? (
            <button type="button" class="button quiet" onClick={onRetry}>
              {t("app.tryAgain")}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}
