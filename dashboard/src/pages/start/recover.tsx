import { useState } from "preact/hooks";
import { useLocation } from "../../app/location.ts";
import { accounts } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { useForm } from "../../ui/form.ts";
import { Page } from "../../ui/page.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { recover } from "./credentials.ts";
import { NameField, PassphraseField, RecoveryCodeField } from "./identity-fields.tsx";

/** For somebody whose passkey and passphrase are both gone: a recovery code opens the account once, and sets a passphrase. */
export function Recover({ onBack }: { readonly onBack: () => void }) {
  const { route } = useLocation();
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const { busy, run, errorFor, errorBeside } = useSubmit();
  const { tried, form } = useForm(() => name !== "" && code !== "" && passphrase !== "" && run(open));
  const wrong = (field: string, value: string) => (tried && value === "" ? t("form.fill") : errorFor(field));

  async function open(): Promise<void> {
    accounts.adopt(await recover(name, code.trim(), passphrase));
    route("/", true);
  }

  return (
    <Page title={t("start.recover")} sub={t("start.recoverSub")} kind="narrow">
      <Card title={t("start.signInCard")}>
        <form {...form}>
          <NameField value={name} onInput={setName} error={wrong("name", name)} />
          <RecoveryCodeField value={code} onInput={setCode} error={wrong("code", code)} />
          <PassphraseField
            isNew
            label={t("settings.passphraseNew")}
            value={passphrase}
            onInput={setPassphrase}
            error={wrong("passphrase", passphrase)}
          />
          <Send busy={busy} error={errorBeside("name", "code", "passphrase")} label={t("app.signIn")} />
        </form>
      </Card>
      <button type="button" class="link" onClick={onBack}>
        {t("form.back")}
      </button>
    </Page>
  );
}
