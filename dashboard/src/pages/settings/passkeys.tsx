import { useState } from "preact/hooks";
import type { Credentials } from "../../../../core/contract/auth.ts";
import { ago, dayHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Field } from "../../ui/field.tsx";
import { useForm } from "../../ui/form.ts";
import { nameAmong } from "../../ui/names.ts";
import { Remove } from "../../ui/remove.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { addPasskey, passkeysWork } from "../start/credentials.ts";

type Passkey = Credentials["passkeys"][number];
type Changed = { readonly onChange: () => Promise<unknown> };

/** The passkeys of the account: where each was last used, one more, one less. */
export function Passkeys({ passkeys, onChange }: { readonly passkeys: readonly Passkey[] } & Changed) {
  const names = passkeys.map(nameOf);
  return (
    <section class="account-part">
      <h3>{t("settings.passkeys")}</h3>
      {passkeys.length === 0 ? <p class="hint">{t("settings.passkeysNone")}</p> : null}
      <ul class="plain">
        {passkeys.map((passkey) => (
          <Known key={passkey.id} passkey={passkey} names={names} onChange={onChange} />
        ))}
      </ul>
      {passkeysWork() ? <Add onChange={onChange} /> : <p class="hint">{t("start.passkeyNo")}</p>}
    </section>
  );
}

const nameOf = ({ name }: Passkey): string => name ?? t("settings.passkeyFirst");

type KnownProps = { readonly passkey: Passkey; readonly names: readonly string[] } & Changed;

function Known({ passkey, names, onChange }: KnownProps) {
  return (
    <li class="credential">
      <div>
        <strong>{nameOf(passkey)}</strong>
        <p class="hint">{useOf(passkey)}</p>
      </div>
      <Remove
        name={nameAmong(names, nameOf(passkey), useOf(passkey))}
        text={t("settings.passkeyText")}
        path={`/v1/auth/passkeys/${passkey.id}`}
        onRemoved={onChange}
      />
    </li>
  );
}

function useOf({ addedAt, lastUsedAt }: Passkey): string {
  const added = addedAt === null ? null : t("settings.added", dayHere(Date.parse(addedAt)));
  const used = lastUsedAt === null ? t("settings.unused") : t("settings.used", ago(Date.parse(lastUsedAt), Date.now()));
  return [added, used].filter((each) => each !== null).join(" · ");
}

function Add({ onChange }: Changed) {
  const [name, setName] = useState("");
  const { busy, run, errorFor, errorBeside } = useSubmit();
  const { tried, setTried, form } = useForm(() => name.trim() !== "" && run(add));

  async function add(): Promise<void> {
    await addPasskey(name.trim());
    await onChange();
    announce(t("settings.passkeyAdded", name.trim()));
    setName("");
    setTried(false);
  }

  return (
    <form {...form}>
      <Field
        label={t("settings.passkeyName")}
        hint={t("settings.passkeyNameHint")}
        value={name}
        onInput={setName}
        error={tried && name.trim() === "" ? t("form.fill") : errorFor("name")}
        input={{ name: "passkey-name", autocomplete: "off", maxLength: 60 }}
      />
      <Send busy={busy} error={errorBeside("name")} label={t("settings.passkeyAdd")} quiet />
    </form>
  );
}
