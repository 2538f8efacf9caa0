import { useState } from "preact/hooks";
import { RecoveryCodes } from "../../../../core/contract/auth.ts";
import { client } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { saveFile } from "./save-file.ts";

type RecoveryProps = { readonly left: number; readonly onChange: () => Promise<unknown> };

/** Codes for the day when passkey and passphrase are both gone. They are shown once. */
export function Recovery({ left, onChange }: RecoveryProps) {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { busy, error, run } = useSubmit();
  const make = () =>
    run(async () => {
      setCodes((await client.post("/v1/auth/recovery-codes", RecoveryCodes, {})).codes);
      await onChange();
    });
  return (
    <section class="account-part">
      <h3>{t("settings.recovery")}</h3>
      <p class="hint">{t("settings.recoveryText")}</p>
      <p>{t("settings.recoveryLeft", left)}</p>
      <div role="status">{codes.length === 0 ? null : <Codes codes={codes} />}</div>
      <Failure error={error} />
      <button type="button" class="button quiet" disabled={busy} onClick={() => void make()}>
        {t("settings.recoveryGo")}
      </button>
    </section>
  );
}

const Codes = ({ codes }: { readonly codes: readonly string[] }) => (
  <div class="notice notice-calm">
    <p>{t("settings.recoveryOnce")}</p>
    <ul class="plain code-list">
      {codes.map((code) => (
        <li key={code}>
          <code class="code">{code}</code>
        </li>
      ))}
    </ul>
    <button
      type="button"
      class="button quiet small"
      onClick={() => saveFile("backstride-recovery-codes.txt", codes.join("\n"))}
    >
      {t("settings.recoverySave")}
    </button>
  </div>
);
