import { useState } from "preact/hooks";
import { t } from "./i18n/t.ts";

type Props = { label: string; question: string; onConfirm: () => void };

/** A button that asks once more, in its own place, before it does what cannot be undone. */
export function ConfirmButton({ label, question, onConfirm }: Props) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" class="danger" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <>
      <button type="button" class="danger sure" onClick={onConfirm}>
        {question}
      </button>
      <button type="button" onClick={() => setAsking(false)}>
        {t("action.keep")}
      </button>
    </>
  );
}
