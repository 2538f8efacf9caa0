import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { TokenAnswer } from "../../../../core/contract/auth.ts";
import { accounts } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Field, focusFirstError } from "../../ui/field.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { signInWithPasskey, signInWithPassphrase } from "./credentials.ts";
import type { Means } from "./door.tsx";

type SignInProps = { readonly means: Means; readonly onSwitch: () => void };

/** For somebody who has been here before. Afterwards Today opens, which knows if something is still missing. */
export function SignIn({ means, onSwitch }: SignInProps) {
  const { route } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [tried, setTried] = useState(false);
  const { busy, error, run, errorFor, errorBeside } = useSubmit();
  const wrong = (field: string, value: string) => (tried && value === "" ? t("form.fill") : errorFor(field));

  const enter = (sign: () => Promise<TokenAnswer>) =>
    run(async () => {
      accounts.adopt(await sign());
      route("/", true);
    });

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setTried(true);
    const complete = name !== "" && passphrase !== "";
    if (!complete || !(await enter(() => signInWithPassphrase(name, passphrase)))) focusFirstError(form.current);
  }

  return (
    <Page title={t("start.signIn")} sub={t("start.signInSub")} kind="narrow">
      <Card title={t("start.signInCard")}>
        {means.passkeys ? (
          <>
            <button type="button" class="button" disabled={busy} onClick={() => void enter(signInWithPasskey)}>
              {t("start.passkeyGo")}
            </button>
            <p class="or">{t("start.or")}</p>
          </>
        ) : null}
        <form ref={form} onSubmit={send} noValidate>
          <Field
            label={t("start.name")}
            value={name}
            onInput={setName}
            error={wrong("name", name)}
            input={{ name: "username", autocomplete: "username", maxLength: 60 }}
          />
          <Field
            label={t("start.passphrase")}
            value={passphrase}
            onInput={setPassphrase}
            error={wrong("passphrase", passphrase)}
            input={{ type: "password", name: "passphrase", autocomplete: "current-password", maxLength: 200 }}
          />
          <Failure error={error === undefined ? undefined : errorBeside("name", "passphrase")} />
          <button type="submit" class={means.passkeys ? "button quiet" : "button"} disabled={busy}>
            {t("start.signInGo")}
          </button>
        </form>
      </Card>
      <button type="button" class="link" onClick={onSwitch}>
        {t("start.haveCode")}
      </button>
    </Page>
  );
}
