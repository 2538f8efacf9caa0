import { useState } from "preact/hooks";
import { Invite, InviteList } from "../../../../core/contract/auth.ts";
import { cache, client, useResource } from "../../data/store.ts";
import { dayHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { nameAmong } from "../../ui/names.ts";
import { Failure } from "../../ui/notice.tsx";
import { Remove } from "../../ui/remove.tsx";
import { useSubmit } from "../../ui/submit.ts";

const PATH = "/v1/auth/invites";
const reload = () => cache.refresh(PATH, InviteList);

/** Codes that let one more person make an account here; only whoever runs this Backstride may give them. */
export function Invites() {
  const { data } = useResource(PATH, InviteList);
  const [made, setMade] = useState<Invite>();
  const { busy, error, run } = useSubmit();
  const make = () =>
    run(async () => {
      setMade(await client.post(PATH, Invite, {}));
      await reload();
    });
  const open = data?.invites ?? [];
  const others = open.filter(({ id }) => id !== made?.id);
  const names = others.map(() => t("settings.inviteOpen"));
  return (
    <Card title={t("settings.invite")} kind="settings-card">
      <p class="hint">{t("settings.inviteText")}</p>
      <div role="status">
        {made !== undefined && others.length < open.length ? (
          <ul class="plain">
            <Open {...made} names={names} />
          </ul>
        ) : null}
      </div>
      <ul class="plain">
        {others.map((invite) => (
          <Open key={invite.id} {...invite} names={names} />
        ))}
      </ul>
      <Failure error={error} />
      <button type="button" class="button quiet" disabled={busy} onClick={() => void make()}>
        {t("settings.inviteGo")}
      </button>
    </Card>
  );
}

/** The code is told once, to whoever made it; from then on an invite goes by its last day. */
type OpenProps = Omit<Invite, "code"> & { readonly code?: string; readonly names: readonly string[] };

function Open({ id, code, expiresAt, names }: OpenProps) {
  const day = dayHere(Date.parse(expiresAt));
  return (
    <li class="credential">
      <div>
        {code === undefined ? t("settings.inviteOpen") : <code class="code">{code}</code>}
        <p class="hint">{t("settings.inviteUntil", day)}</p>
      </div>
      <Remove
        name={code ?? nameAmong(names, t("settings.inviteOpen"), day)}
        path={`${PATH}/${id}`}
        onRemoved={reload}
      />
    </li>
  );
}
