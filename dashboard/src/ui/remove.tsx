import { useRef, useState } from "preact/hooks";
import { client } from "../data/store.ts";
import { t } from "../i18n/t.ts";
import { announce } from "./announce.tsx";
import { Confirm } from "./confirm.tsx";
import { Failure } from "./notice.tsx";
import { useSubmit } from "./submit.ts";

type RemoveProps = {
  /** What is removed, as the person calls it. */
  readonly name: string;
  /** What removing it means, asked about before; what is as easily made again is not asked about. */
  readonly text?: string;
  readonly path: string;
  readonly onRemoved: () => Promise<unknown>;
};

/** Removes one thing of a list at the service. */
export function Remove({ text, ...thing }: RemoveProps) {
  const [asking, setAsking] = useState(false);
  const { name } = thing;
  const { button, busy, error, remove } = useRemoval(thing);
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) void remove();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button quiet small"
        aria-label={t("devices.revokeNamed", name)}
        disabled={busy}
        onClick={() => (text === undefined ? void remove() : setAsking(true))}
      >
        {t("devices.revoke")}
      </button>
      <Failure error={error} />
      {asking && text !== undefined ? <Question name={name} text={text} onAnswer={answer} /> : null}
    </>
  );
}

type QuestionProps = { readonly name: string; readonly text: string; readonly onAnswer: (yes: boolean) => void };

const Question = ({ name, ...props }: QuestionProps) => (
  <Confirm {...props} title={t("devices.revokeTitle", name)} yes={t("devices.revoke")} no={t("devices.keep")} />
);

/** The button goes away with the thing: the keyboard then goes on at the heading above the list. */
function useRemoval({ name, path, onRemoved }: RemoveProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { busy, error, run } = useSubmit();
  const remove = async () => {
    const heading = button.current?.closest("section")?.querySelector<HTMLElement>("h2, h3");
    const removed = await run(async () => {
      await client.remove(path);
      await onRemoved();
    });
    if (!removed) return;
    announce(t("devices.revoked", name));
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  };
  return { button, busy, error, remove };
}
