import { useState } from "preact/hooks";
import { accounts } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Choices } from "../../ui/choices.tsx";
import { useForm } from "../../ui/form.ts";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { registerPasskey, registerPassphrase } from "./credentials.ts";
import type { Means } from "./door.tsx";
import { CodeField, NameField, PassphraseField } from "./identity-fields.tsx";
import { goToProvider } from "./provider.ts";
import { StepPage } from "./step-page.tsx";

type CreateProps = { readonly means: Means; readonly onSwitch: () => void };
type Way = "passkey" | "passphrase" | "provider";

export function CreateAccount({ means, onSwitch }: CreateProps) {
  return (
    <StepPage step="account" title={t("start.title")} sub={t("start.lead")}>
      <Card title={t("start.create")}>
        <p class="hint">{t("start.createSub")}</p>
        <AccountForm means={means} />
      </Card>
      {means.claimed ? (
        <button type="button" class="link" onClick={onSwitch}>
          {t("start.haveAccount")}
        </button>
      ) : null}
    </StepPage>
  );
}

function AccountForm({ means }: { readonly means: Means }) {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [way, setWay] = useState<Way>(means.passkeyAtHand ? "passkey" : "passphrase");
  const { busy, run, errorFor, errorBeside } = useSubmit();
  const withPassphrase = way === "passphrase";
  const complete = code !== "" && name !== "" && (!withPassphrase || passphrase !== "");
  const { tried, form } = useForm(() => complete && run(create));
  const wrong = (field: string, value: string) => (tried && value === "" ? t("form.fill") : errorFor(field));

  async function create(): Promise<void> {
    if (way === "provider") return goToProvider({ code, name });
    accounts.adopt(await (withPassphrase ? registerPassphrase(code, name, passphrase) : registerPasskey(code, name)));
  }

  return (
    <form {...form}>
      <CodeField
        hint={means.claimed ? t("start.codeHintInvite") : t("start.codeHintFirst")}
        value={code}
        onInput={setCode}
        error={wrong("code", code)}
      />
      <NameField value={name} onInput={setName} error={wrong("name", name)} />
      {means.passkeys ? null : <p class="hint">{t("start.passkeyNo")}</p>}
      <WayChoice means={means} way={way} onChange={setWay} />
      {withPassphrase ? (
        <PassphraseField isNew value={passphrase} onInput={setPassphrase} error={wrong("passphrase", passphrase)} />
      ) : null}
      <Send busy={busy} error={errorBeside("code", "name", "passphrase")} label={t("start.createGo")} />
    </form>
  );
}

type WayProps = { readonly means: Means; readonly way: Way; readonly onChange: (way: Way) => void };

/** Nothing where there is nothing to choose. */
function WayChoice({ means: { passkeys, provider }, way, onChange }: WayProps) {
  if (!passkeys && provider === null) return null;
  const passkey = { value: "passkey", label: t("start.withPasskey"), hint: t("start.withPasskeyHint") } as const;
  const choices = [
    ...(passkeys ? [passkey] : []),
    { value: "passphrase", label: t("start.passphrase"), hint: t("start.withPassphraseHint") } as const,
    ...(provider === null ? [] : [{ value: "provider", label: provider, hint: t("start.withProviderHint") } as const]),
  ];
  return <Choices legend={t("start.how")} kind="ways" value={way} onChange={onChange} choices={choices} />;
}
