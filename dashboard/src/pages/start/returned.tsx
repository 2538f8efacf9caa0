import { useEffect } from "preact/hooks";
import { useLocation } from "../../app/location.ts";
import { accounts } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { finishLink, finishLogin, type Return } from "./provider.ts";

type ReturnedProps = { readonly back: Return; readonly onLeave: () => void };

/** Finishes what the browser went to the provider for. */
export function Returned({ back, onLeave }: ReturnedProps) {
  const { route } = useLocation();
  const { busy, error, run } = useSubmit();
  const links = back.pending.kind === "link";
  const fromSettings = back.pending.kind !== "login";

  async function finish(): Promise<void> {
    if (links) await finishLink(back);
    else accounts.adopt(await finishLogin(back));
    route(fromSettings ? "/settings" : "/", true);
  }

  useEffect(() => void run(finish), []);
  return (
    <Page title={t("app.signIn")} kind="narrow">
      {busy ? <p role="status">{t("app.loading")}</p> : null}
      <Failure error={error} />
      {error === undefined ? null : (
        <button type="button" class="button" onClick={() => (fromSettings ? route("/settings", true) : onLeave())}>
          {t("start.providerBack")}
        </button>
      )}
    </Page>
  );
}
