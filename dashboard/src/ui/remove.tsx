import { useState } from "preact/hooks";
import { client } from "../data/store.ts";
import { t } from "../i18n/t.ts";
import { announce } from "./announce.tsx";
import { Confirm } from "./confirm.tsx";
import { Failure } from "./notice.tsx";
import { useSubmit } from "./submit.ts";

type RemoveProps = {
  /** What is removed, as the person calls it. */
  readonly name: string;
  /** What removing it means. */
  readonly text: string;
  readonly path: string;
  readonly onRemoved: () => Promise<unknown>;
};

/** Removes one thing of a list at the service, after asking. */
export function Remove({ name, text, path, onRemoved }: RemoveProps) {
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useSubmit();

  async function answer(yes: boolean): Promise<void> {
    setAsking(false);
    if (!yes) return;
    const removed = await run(async () => {
      await client.remove(path);
      await onRemoved();
    });
    if (removed) announce(t("devices.revoked", name));
  }

  return (
    <>
      <Ask name={name} busy={busy} onClick={() => setAsking(true)} />
      <Failure error={error} />
      {asking ? (
        <Confirm
          title={t("devices.revokeTitle", name)}
          text={text}
          yes={t("devices.revoke")}
          no={t("devices.keep")}
          onAnswer={(yes) => void answer(yes)}
        />
      ) : null}
    </>
  );
}

type AskProps = { readonly name: string; readonly busy: boolean; readonly onClick: () => void };

const Ask = ({ name, busy, onClick }: AskProps) => (
  <button
    type="button"
    class="button quiet small"
    aria-label={t("devices.revokeNamed", name)}
    disabled={busy}
    onClick={onClick}
  >
    {t("devices.revoke")}
  </button>
);
