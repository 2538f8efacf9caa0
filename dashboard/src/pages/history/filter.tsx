import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { t } from "../../i18n/t.ts";
import { Field } from "../../ui/field.tsx";

export type Filter = { readonly from: string; readonly to: string };

function addressOf(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  return query.size === 0 ? "/history" : `/history?${query}`;
}

/** A stretch of time, kept in the address so that it can be shared and gone back to. */
export function FilterForm({ from, to }: Filter) {
  const { route } = useLocation();
  const [wanted, setWanted] = useState<Filter>({ from, to });
  const [tried, setTried] = useState(false);
  const wrong = wanted.from !== "" && wanted.to !== "" && wanted.from > wanted.to;
  const date = (name: keyof Filter) => ({
    value: wanted[name],
    onInput: (value: string) => setWanted({ ...wanted, [name]: value }),
    input: { type: "date" } as const,
  });

  function apply(event: Event): void {
    event.preventDefault();
    setTried(true);
    if (!wrong) route(addressOf(wanted));
  }

  return (
    <form class="filter" onSubmit={apply} noValidate aria-label={t("history.filter")}>
      <Field label={t("history.from")} {...date("from")} error={tried && wrong ? t("history.order") : undefined} />
      <Field label={t("history.to")} {...date("to")} />
      <button type="submit" class="button quiet">
        {t("history.apply")}
      </button>
      {from === "" && to === "" ? null : (
        <button type="button" class="link" onClick={() => route("/history")}>
          {t("history.all")}
        </button>
      )}
    </form>
  );
}
