import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { t } from "../../i18n/t.ts";
import { Field } from "../../ui/field.tsx";

export type Filter = { readonly from: string; readonly to: string };

/** A stretch of time, kept in the address so that it can be shared and gone back to. */
export function FilterForm({ from, to }: Filter) {
  const { route } = useLocation();
  const [wanted, setWanted] = useState<Filter>({ from, to });
  const [error, setError] = useState<string>();

  function apply(event: Event): void {
    event.preventDefault();
    const wrong = wanted.from !== "" && wanted.to !== "" && wanted.from > wanted.to;
    setError(wrong ? t("history.order") : undefined);
    if (wrong) return;
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ""));
    route(query.size === 0 ? "/history" : `/history?${query}`);
  }

  function showAll(): void {
    setWanted({ from: "", to: "" });
    setError(undefined);
    route("/history");
  }

  return (
    <form class="filter" onSubmit={apply} noValidate aria-label={t("history.filter")}>
      <Field
        label={t("history.from")}
        value={wanted.from}
        onInput={(value) => setWanted({ ...wanted, from: value })}
        error={error}
        input={{ type: "date" }}
      />
      <Field
        label={t("history.to")}
        value={wanted.to}
        onInput={(value) => setWanted({ ...wanted, to: value })}
        input={{ type: "date" }}
      />
      <button type="submit" class="button quiet">
        {t("history.apply")}
      </button>
      {from === "" && to === "" ? null : (
        <button type="button" class="link" onClick={showAll}>
          {t("history.all")}
        </button>
      )}
    </form>
  );
}
