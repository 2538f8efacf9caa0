import { useState } from "preact/hooks";
import { Invite, InviteList } from "../../../../core/contract/auth.ts";
import { cache, client, useResource } from "../../data/store.ts";
import { dayHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";

const PATH = "/v1/auth/invites";
const reload = () => cache.refresh(PATH, InviteList);

/** Codes that let one more person make an account here; only whoever runs this Backstride may give them. */
export function Invites() {
  const { data } = useResource(PATH, InviteList);
  const [invite, setInvite] = useState<Invite>();
  const { busy, error, run } = useSubmit();
  const make = () =>
    run(async () => {
      setInvite(await client.post(PATH, Invite, {}));
      await reload();
    });
  const others = data?.invites.filter(({ id }) => id !== invite?.id) ?? [];
  const until = (expiresAt: string) => t("settings.inviteUntil", dayHere(Date.parse(expiresAt)));

  const take = (id: string) =>
    run(async () => {
      await client.remove(`${PATH}/${id}`);
      if (invite?.id === id) setInvite(undefined);
      await reload();
      announce(t("settings.inviteTaken"));
    });

  const line = (id: string, expiresAt: string, code: string | null) => (
    <li class="credential" key={id}>
      <div>
        {code === null ? t("settings.inviteOpen") : <code class="code">{code}</code>}
        <p class="hint">{until(expiresAt)}</p>
      </div>
      <button
        type="button"
        class="button quiet small"
        aria-label={`${t("settings.inviteTake")}: ${code ?? until(expiresAt)}`}
        disabled={busy}
        onClick={() => void take(id)}
      >
        {t("settings.inviteTake")}
      </button>
    </li>
  );

  return (
    <Card title={t("settings.invite")} kind="settings-card">
      <p class="hint">{t("settings.inviteText")}</p>
      <div role="status">
        {invite === undefined ? null : <ul class="plain">{line(invite.id, invite.expiresAt, invite.code)}</ul>}
      </div>
      <ul class="plain">{others.map(({ id, expiresAt }) => line(id, expiresAt, null))}</ul>
      <Failure error={error} />
      <button type="button" class="button quiet" disabled={busy} onClick={() => void make()}>
        {t("settings.inviteGo")}
      </button>
    </Card>
  );
}
