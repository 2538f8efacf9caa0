import { useState } from "preact/hooks";
import { Invite } from "../../../../core/contract/auth.ts";
import { client } from "../../data/store.ts";
import { dayHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";

/** A code that lets one more person make an account here; only whoever runs this Backstride may give one. */
export function Invites() {
  const [invite, setInvite] = useState<Invite>();
  const { busy, error, run } = useSubmit();
  const make = () => run(async () => setInvite(await client.post("/v1/auth/invites", Invite, {})));
  return (
    <Card title={t("settings.invite")} kind="settings-card">
      <p class="hint">{t("settings.inviteText")}</p>
      <div role="status">
        {invite === undefined ? null : (
          <p class="notice notice-calm">
            <code class="code">{invite.code}</code>
            <span>{t("settings.inviteUntil", dayHere(Date.parse(invite.expiresAt)))}</span>
          </p>
        )}
      </div>
      <Failure error={error} />
      <button type="button" class="button quiet" disabled={busy} onClick={() => void make()}>
        {t("settings.inviteGo")}
      </button>
    </Card>
  );
}
