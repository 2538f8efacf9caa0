import { useEffect, useState } from "preact/hooks";
import { Credentials, type Person, type TokenAnswer } from "../../../../core/contract/auth.ts";
import { asked, canAsk } from "../../data/proof.ts";
import { accounts, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useForm } from "../../ui/form.ts";
import { Failure } from "../../ui/notice.tsx";
import { type Submit, useSubmit } from "../../ui/submit.ts";
import { passkeysWork, recover, signInWithPasskey, signInWithPassphrase } from "../start/credentials.ts";
import { PassphraseField, RecoveryCodeField } from "../start/identity-fields.tsx";
import { goToProve } from "../start/provider.ts";

/** Before something that changes how the account is opened, its person shows again that it is theirs (decision 0021). */
export function Prove() {
  const answer = asked.value;
  const account = accounts.account.value;
  useEffect(canAsk, []);
  return answer === null || account.kind !== "in" ? null : <Question person={account.person} answer={answer} />;
}

type QuestionProps = { readonly person: Person; readonly answer: (proven: boolean) => void };
type Enter = (sign: () => Promise<TokenAnswer>) => Promise<boolean>;

function Question({ person, answer }: QuestionProps) {
  const submit = useSubmit();
  const enter: Enter = (sign) =>
    submit.run(async () => {
      accounts.adopt(await sign());
      answer(true);
    });
  return (
    <Dialog title={t("settings.prove")} text={t("settings.proveText")} onClose={() => answer(false)}>
      <Ways person={person} submit={submit} enter={enter} />
      <Failure error={submit.errorBeside("passphrase", "code")} />
      <button type="button" class="button quiet" onClick={() => answer(false)}>
        {t("form.cancel")}
      </button>
    </Dialog>
  );
}

type WaysProps = { readonly person: Person; readonly submit: Submit; readonly enter: Enter };

/** The ways in that this account has. */
function Ways({ person, submit, enter }: WaysProps) {
  const { data, error } = useResource("/v1/auth/credentials", Credentials);
  if (data === undefined) return <Failure error={error} />;
  const passkey = data.passkeys.length > 0 && passkeysWork();
  return (
    <>
      {passkey ? (
        <button
          type="button"
          class="button"
          disabled={submit.busy}
          onClick={() => void enter(() => signInWithPasskey(person.id))}
        >
          {t("settings.provePasskey")}
        </button>
      ) : null}
      {data.provider ? (
        <button type="button" class="button quiet" disabled={submit.busy} onClick={() => void submit.run(goToProve)}>
          {t("settings.provider")}
        </button>
      ) : null}
      {data.passphrase ? <ByPassphrase person={person} submit={submit} enter={enter} /> : null}
      {data.recoveryCodes > 0 ? <ByCode person={person} submit={submit} enter={enter} /> : null}
    </>
  );
}

function ByPassphrase({ person, submit, enter }: WaysProps) {
  const [passphrase, setPassphrase] = useState("");
  const { form } = useForm(() => enter(() => signInWithPassphrase(person.name, passphrase)));
  return (
    <form {...form} class="account-part">
      {/* So that a password manager knows whose passphrase it is. */}
      <input hidden type="text" autocomplete="username" value={person.name} readOnly />
      <PassphraseField isNew={false} value={passphrase} onInput={setPassphrase} error={submit.errorFor("passphrase")} />
      <button type="submit" class="button quiet" disabled={submit.busy || passphrase === ""}>
        {t("today.clearSend")}
      </button>
    </form>
  );
}

function ByCode({ person, submit, enter }: WaysProps) {
  const [code, setCode] = useState("");
  const { form } = useForm(() => enter(() => recover(person.name, code.trim())));
  return (
    <details>
      <summary>{t("start.recover")}</summary>
      <form {...form} class="account-part">
        <RecoveryCodeField value={code} onInput={setCode} error={submit.errorFor("code")} />
        <button type="submit" class="button quiet" disabled={submit.busy || code.trim() === ""}>
          {t("today.clearSend")}
        </button>
      </form>
    </details>
  );
}
