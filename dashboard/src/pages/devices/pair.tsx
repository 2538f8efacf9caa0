import { useEffect, useRef, useState } from "preact/hooks";
import { PairConfirmAnswer } from "../../../../core/contract/auth.ts";
import { client } from "../../data/store.ts";
import { duration } from "../../format/durations.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { focusNext } from "../../ui/focus-next.ts";
import { useForm } from "../../ui/form.ts";
import { Failure } from "../../ui/notice.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";

type Device = PairConfirmAnswer["device"];
const PATH = "/v1/pair/confirm";

/** Pairs a watch in two looks: first the code is looked up, then the person says that this is theirs. */
export function Pair({ onPaired }: { readonly onPaired: () => void }) {
  const [code, setCode] = useState("");
  const [found, setFound] = useState<Device | null>(null);
  const [said, setSaid] = useState("");

  function settle(text: string): void {
    setFound(null);
    setCode("");
    setSaid(text);
    focusNext(".notice-calm");
    onPaired();
  }

  return (
    <Card title={t("devices.pair")} kind="next">
      {said === "" ? null : (
        <p tabIndex={-1} class="notice notice-calm">
          {said}
        </p>
      )}
      {found === null ? (
        <CodeForm code={code} onCode={setCode} onFound={setFound} />
      ) : (
        <Found code={code} device={found} onSettled={settle} />
      )}
    </Card>
  );
}

type CodeFormProps = {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onFound: (device: Device) => void;
};

function CodeForm({ code, onCode, onFound }: CodeFormProps) {
  const { busy, run, errorFor, errorBeside } = useSubmit();
  const { tried, form } = useForm(() => code.trim() !== "" && run(look));
  const missing = tried && code.trim() === "" ? t("devices.codeMissing") : undefined;

  async function look(): Promise<void> {
    const { device } = await client.post(PATH, PairConfirmAnswer, { user_code: code.trim() });
    onFound(device);
  }

  return (
    <form {...form}>
      <p>{t("devices.pairText")}</p>
      <Field
        label={t("devices.code")}
        hint={t("devices.codeHint")}
        value={code}
        onInput={onCode}
        error={missing ?? errorFor("user_code")}
        input={{
          name: "user-code",
          autocomplete: "off",
          autocapitalize: "characters",
          spellcheck: false,
          maxLength: 16,
        }}
      />
      <Send busy={busy} error={errorBeside("user_code")} label={t("devices.look")} />
    </form>
  );
}

type FoundProps = { readonly code: string; readonly device: Device; readonly onSettled: (text: string) => void };

function Found({ code, device, onSettled }: FoundProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { busy, error, run } = useSubmit();
  useEffect(() => heading.current?.focus(), []);

  async function settle(approve: boolean): Promise<void> {
    const done = await run(() => client.post(PATH, PairConfirmAnswer, { user_code: code.trim(), approve }));
    if (done) onSettled(approve ? t("devices.paired", device.name) : t("devices.denied"));
  }

  return (
    <div class="found-device">
      <h3 ref={heading} tabIndex={-1}>
        {t("devices.found")}
      </h3>
      <p class="found-name">{[...new Set([device.name, device.model])].join(", ")}</p>
      <p class="hint">{t("devices.age", duration(device.startedSecondsAgo))}</p>
      <Failure error={error} />
      <div class="actions">
        <button type="button" class="button" disabled={busy} onClick={() => void settle(true)}>
          {t("today.clearSend")}
        </button>
        <button type="button" class="button quiet" disabled={busy} onClick={() => void settle(false)}>
          {t("devices.deny")}
        </button>
      </div>
    </div>
  );
}
