import { useState } from "preact/hooks";
import type { LogEventOf } from "../../../../core/contract/event.ts";
import { useLocation } from "../../app/location.ts";
import { cache, tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";

/** Takes a session out of all that counts, for good: asks first. */
export function Delete(session: LogEventOf<"session.deleted.v1">["data"]) {
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useSubmit();

  async function answer(yes: boolean): Promise<void> {
    setAsking(false);
    if (!yes || !(await run(() => tell("session.deleted.v1", session)))) return;
    route("/history");
    announce(t("session.deleted"));
    cache.drop(`/v1/sessions/${session.sessionId}`);
  }

  return (
    <div>
      <Failure error={error} />
      <button type="button" class="link" disabled={busy} onClick={() => setAsking(true)}>
        {t("session.delete")}
      </button>
      {asking ? (
        <Confirm
          title={t("session.delete")}
          text={t("session.deleteText")}
          yes={t("session.delete")}
          no={t("form.cancel")}
          onAnswer={(yes) => void answer(yes)}
        />
      ) : null}
    </div>
  );
}
