import { useState } from "preact/hooks";
import type { TokenAnswer } from "../../../../core/contract/auth.ts";
import { useLocation } from "../../app/location.ts";
import { accounts } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { useForm } from "../../ui/form.ts";
import { Page } from "../../ui/page.tsx";
import { Send } from "../../ui/send.tsx";
import { type Submit, useSubmit } from "../../ui/submit.ts";
import { signInWithPasskey, signInWithPassphrase } from "./credentials.ts";
import type { Means } from "./door.tsx";
import { NameField, PassphraseField } from "./identity-fields.tsx";
import { goToProvider } from "./provider.ts";

type SignInProps = { readonly means: Means; readonly onSwitch: () => void; readonly onRecover: () => void };
type Enter = (sign: () => Promise<TokenAnswer>) => Promise<boolean>;

/** For somebody who has been here before. Afterwards Today opens, which knows if something is still missing. */
export function SignIn({ means, onSwitch, onRecover }: SignInProps) {
  const { route } = useLocation();
  const submit = useSubmit();
  const enter: Enter = (sign) =>
    submit.run(async () => {
      accounts.adopt(await sign());
      route("/", true);
    });
  return (
    <Page title={t("app.signIn")} sub={t("start.signInSub")} kind="narrow">
      <Card title={t("start.signInCard")}>
        {means.passkeys ? (
          <>
            <button
              type="button"
              class="button"
              disabled={submit.busy}
              onClick={() => void enter(() => signInWithPasskey())}
            >
              {t("start.passkeyGo")}
            </button>
            <p class="or">{t("start.or")}</p>
          </>
        ) : null}
        {means.provider === null ? null : (
          <ProviderButton host={means.provider} busy={submit.busy} onPress={() => void submit.run(goToProvider)} />
        )}
        <PassphraseForm submit={submit} enter={enter} quiet={means.passkeys} />
      </Card>
      <button type="button" class="link" onClick={onSwitch}>
        {t("start.haveCode")}
      </button>
      <button type="button" class="link" onClick={onRecover}>
        {t("start.recover")}
      </button>
    </Page>
  );
}

type ProviderProps = { readonly host: string; readonly busy: boolean; readonly onPress: () => void };

const ProviderButton = ({ host, busy, onPress }: ProviderProps) => (
  <>
    <button type="button" class="button quiet" disabled={busy} onClick={onPress}>
      {t("start.provider", host)}
    </button>
    <p class="or">{t("start.or")}</p>
  </>
);

type FormProps = { readonly submit: Submit; readonly enter: Enter; readonly quiet: boolean };

function PassphraseForm({ submit: { busy, errorFor, errorBeside }, enter, quiet }: FormProps) {
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const { tried, form } = useForm(
    () => name !== "" && passphrase !== "" && enter(() => signInWithPassphrase(name, passphrase)),
  );
  const wrong = (field: string, value: string) => (tried && value === "" ? t("form.fill") : errorFor(field));

  return (
    <form {...form}>
      <NameField value={name} onInput={setName} error={wrong("name", name)} />
      <PassphraseField
        isNew={false}
        value={passphrase}
        onInput={setPassphrase}
        error={wrong("passphrase", passphrase)}
      />
      <Send busy={busy} error={errorBeside("name", "passphrase")} label={t("app.signIn")} quiet={quiet} />
    </form>
  );
}
