import { useState } from "preact/hooks";
import { LADDER } from "../../../../core/ladder/ladder.ts";
import { useLocation } from "../../app/location.ts";
import { levelInWords } from "../../format/levels.ts";
import { t } from "../../i18n/t.ts";
import { Field } from "../../ui/field.tsx";
import { useForm } from "../../ui/form.ts";
import { Select } from "../../ui/select.tsx";
import { addressOf, isFiltered, type Wanted } from "./wanted.ts";

const ENDINGS = ["completed", "ended-early", "stopped"] as const;
const COLOURS = ["GREEN", "NEUTRAL", "AMBER", "RED"] as const;
const PAINS = ["1", "3", "6"];

const choicesOf = (name: "kind" | "how" | "level" | "pain") =>
  ({
    kind: () => [
      { value: "session", label: t("kind.session") },
      { value: "variety", label: t("history.variety") },
      { value: "by-hand", label: t("history.byHand") },
    ],
    how: () => [
      ...COLOURS.map((value) => ({ value, label: t(`colour.${value}`) })),
      ...ENDINGS.map((value) => ({ value, label: t(`outcome.${value}`) })),
    ],
    level: () => LADDER.map(({ level }) => ({ value: String(level), label: levelInWords(level) })),
    pain: () => PAINS.map((value) => ({ value, label: value })),
  })[name]();

/** What the list leaves out: kept in the address, so that it can be shared and gone back to. */
export function FilterForm({ wanted: shown }: { readonly wanted: Wanted }) {
  const { route } = useLocation();
  const [wanted, setWanted] = useState(shown);
  const wrong = wanted.from !== "" && wanted.to !== "" && wanted.from > wanted.to;
  const of = (name: keyof Wanted) => ({
    value: wanted[name],
    onInput: (value: string) => setWanted({ ...wanted, [name]: value }),
  });

  const { tried, form } = useForm(() => {
    if (!wrong) route(addressOf("/history", wanted));
    return !wrong;
  });

  return (
    <details open={isFiltered(shown)}>
      <summary>{t("history.filter")}</summary>
      <form {...form} class="filter" aria-label={t("history.filter")}>
        <Field
          label={t("history.from")}
          {...of("from")}
          input={{ type: "date" }}
          error={tried && wrong ? t("history.order") : undefined}
        />
        <Field label={t("history.to")} {...of("to")} input={{ type: "date" }} />
        {(["kind", "how", "level", "pain"] as const).map((name) => (
          <Select
            key={name}
            label={t(`history.by.${name}`)}
            value={wanted[name]}
            onChange={of(name).onInput}
            options={[{ value: "", label: t("history.any") }, ...choicesOf(name)]}
          />
        ))}
        <button type="submit" class="button quiet">
          {t("history.apply")}
        </button>
      </form>
    </details>
  );
}
