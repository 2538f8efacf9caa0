import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Credentials, type Person, type TokenAnswer } from "../../../../core/contract/auth.ts";
import { asked, canAsk } from "../../data/proof.ts";
import { accounts, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Field } from "../../ui/field.tsx";
import { Failure } from "../../ui/notice.tsx";
import { type Submit, useSubmit } from "../../ui/submit.ts";
import { passkeysWork, recover, signInWithPasskey, signInWithPassphrase } from "../start/credentials.ts";
import { PassphraseField } from "../start/identity-fields.tsx";
import { goToProve } from "../start/provider.ts";

/** Before something that changes how the account is opened, its person shows again that it is theirs (decision 0021). */
export function Prove() {
  const answer = asked.value;
  const account = accounts.account.value;
  useEffect(canAsk, []);
  return answer === null || account.kind !== "in" ? null : <Question person={account.person} answer={answer} />;
}

type QuestionProps = { readonly person: Person; readonly answer: (proven: boolean) => void };
type Enter = (sign: () => Promise<TokenAnswer>) => void;

function Question({ person, answer }: QuestionProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const submit = useSubmit();
  useEffect(() => dialog.current?.showModal(), []);
  const enter: Enter = (sign) =>
    void submit.run(async () => {
      accounts.adopt(await sign());
      answer(true);
    });
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      onClose={() => answer(false)}
    >
      <h2 id={id}>{t("settings.prove")}</h2>
      <p id={`${id}-text`}>{t("settings.proveText")}</p>
      <Ways person={person} submit={submit} enter={enter} />
      <Failure error={submit.errorBeside("passphrase", "code")} />
      <button type="button" class="button quiet" onClick={() => answer(false)}>
        {t("form.cancel")}
      </button>
    </dialog>
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
          onClick={() => enter(() => signInWithPasskey(person.id))}
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
  const send = (event: Event) => {
    event.preventDefault();
    enter(() => signInWithPassphrase(person.name, passphrase));
  };
  return (
    <form class="account-part" onSubmit={send} noValidate>
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
  const send = (event: Event) => {
    event.preventDefault();
    enter(() => recover(person.name, code.trim()));
  };
  return (
    <details>
      <summary>{t("start.recover")}</summary>
      <form class="account-part" onSubmit={send} noValidate>
        <Field
          label={t("start.recoveryCode")}
          value={code}
          onInput={setCode}
          error={submit.errorFor("code")}
          input={{
            name: "recovery-code",
            autocomplete: "off",
            autocapitalize: "off",
            spellcheck: false,
            maxLength: 64,
          }}
        />
        <button type="submit" class="button quiet" disabled={submit.busy || code.trim() === ""}>
          {t("today.clearSend")}
        </button>
      </form>
    </details>
  );
}
