import { AuthStatus } from "../../../../core/contract/auth.ts";
import { client, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { goToLink } from "../start/provider.ts";

type ProviderProps = { readonly linked: boolean; readonly onChange: () => Promise<unknown> };

/** The sign-in provider of this installation, linked or not. Nothing at all where there is none. */
export function Provider({ linked, onChange }: ProviderProps) {
  const host = useResource("/v1/auth/status", AuthStatus).data?.provider ?? null;
  const { busy, error, run } = useSubmit();
  const unlink = () =>
    run(async () => {
      await client.remove("/v1/auth/oidc/link");
      await onChange();
    });
  if (host === null && !linked) return null;
  return (
    <section class="account-part">
      <h3>{t("settings.provider")}</h3>
      <p>{linked ? t("settings.providerOn") : t("settings.providerOff")}</p>
      <Failure error={error} />
      <button
        type="button"
        class="button quiet"
        disabled={busy}
        onClick={() => void (linked ? unlink() : run(goToLink))}
      >
        {linked ? t("settings.providerUnlink") : t("settings.providerLink", host ?? "")}
      </button>
    </section>
  );
}
