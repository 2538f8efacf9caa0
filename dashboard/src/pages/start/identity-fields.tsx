import { t } from "../../i18n/t.ts";
import { Field } from "../../ui/field.tsx";

type TextProps = {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error: string | undefined;
};

export const CodeField = ({ hint, ...text }: TextProps & { readonly hint: string }) => (
  <Field
    label={t("start.code")}
    hint={hint}
    {...text}
    input={{ name: "code", autocomplete: "one-time-code", autocapitalize: "off", spellcheck: false, maxLength: 64 }}
  />
);

export const RecoveryCodeField = (text: TextProps) => (
  <Field
    label={t("start.recoveryCode")}
    {...text}
    input={{ name: "recovery-code", autocomplete: "off", autocapitalize: "off", spellcheck: false, maxLength: 64 }}
  />
);

export const NameField = (text: TextProps) => (
  <Field label={t("start.name")} {...text} input={{ name: "username", autocomplete: "username", maxLength: 60 }} />
);

type PassphraseProps = { readonly isNew: boolean; readonly label?: string };

/** `isNew` tells a password manager whether to suggest one or to fill one in. */
export const PassphraseField = ({ isNew, label, ...text }: TextProps & PassphraseProps) => (
  <Field
    label={label ?? t("start.passphrase")}
    hint={isNew ? t("start.passphraseHint") : undefined}
    {...text}
    input={{
      type: "password",
      name: "passphrase",
      autocomplete: isNew ? "new-password" : "current-password",
      maxLength: 200,
    }}
  />
);
