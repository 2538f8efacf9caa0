import { useState } from "preact/hooks";
import * as v from "valibot";
import { Credentials } from "../../../../core/contract/auth.ts";
import { cache, client, signOut, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card, Skeleton } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Passkeys } from "./passkeys.tsx";
import { Passphrase } from "./passphrase.tsx";
import { Provider } from "./provider.tsx";
import { Recovery } from "./recovery.tsx";

const PATH = "/v1/auth/credentials";
const reload = () => cache.refresh(PATH, Credentials);

/** Every way into the account, and the way out of it everywhere. */
export function Account() {
  const { data, error } = useResource(PATH, Credentials);
  return (
    <Card title={t("settings.account")} kind="settings-card">
      {data === undefined && error === undefined ? <Skeleton lines={4} /> : null}
      {data === undefined ? <Failure error={error} onRetry={() => void reload()} /> : null}
      {data === undefined ? null : (
        <>
          <Passkeys passkeys={data.passkeys} onChange={reload} />
          <Passphrase exists={data.passphrase} onChange={reload} />
          <Provider linked={data.provider} onChange={reload} />
          <Recovery left={data.recoveryCodes} onChange={reload} />
        </>
      )}
      <Everywhere />
    </Card>
  );
}

function Everywhere() {
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useSubmit();

  async function answer(yes: boolean): Promise<void> {
    setAsking(false);
    if (!yes) return;
    await run(async () => {
      await client.post("/v1/auth/logout-everywhere", v.null(), {});
      await signOut();
    });
  }

  return (
    <section class="account-part">
      <Failure error={error} />
      <button type="button" class="button quiet" disabled={busy} onClick={() => setAsking(true)}>
        {t("settings.everywhere")}
      </button>
      {asking ? (
        <Confirm
          title={t("settings.everywhereTitle")}
          text={t("settings.everywhereText")}
          yes={t("settings.everywhere")}
          no={t("form.cancel")}
          onAnswer={(yes) => void answer(yes)}
        />
      ) : null}
    </section>
  );
}
