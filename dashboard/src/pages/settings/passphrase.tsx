import { useState } from "preact/hooks";
import { TokenAnswer } from "../../../../core/contract/auth.ts";
import { accounts, client } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { useForm } from "../../ui/form.ts";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { PassphraseField } from "../start/identity-fields.tsx";

type PassphraseProps = { readonly exists: boolean; readonly onChange: () => Promise<unknown> };

/** Sets the passphrase, or changes it. Every other browser has to sign in again then. */
export function Passphrase({ exists, onChange }: PassphraseProps) {
  const [passphrase, setPassphrase] = useState("");
  const [done, setDone] = useState(false);
  const { busy, run, errorFor, errorBeside } = useSubmit();
  const { tried, setTried, form } = useForm(() => {
    setDone(false);
    return passphrase !== "" && run(change);
  });
  const error = tried && passphrase === "" ? t("form.fill") : errorFor("passphrase");

  async function change(): Promise<void> {
    accounts.adopt(await client.post("/v1/auth/passphrase", TokenAnswer, { passphrase }));
    await onChange();
    setPassphrase("");
    setTried(false);
    setDone(true);
  }

  return (
    <form {...form} class="account-part">
      <h3>{exists ? t("settings.passphraseChange") : t("settings.passphraseSet")}</h3>
      <PassphraseField
        isNew
        label={t("settings.passphraseNew")}
        value={passphrase}
        onInput={setPassphrase}
        error={error}
      />
      <Send
        busy={busy}
        error={errorBeside("passphrase")}
        label={exists ? t("settings.passphraseChange") : t("settings.passphraseSet")}
        quiet
      />
      <p role="status" class="saved">
        {done ? t("settings.passphraseDone") : ""}
      </p>
    </form>
  );
}
