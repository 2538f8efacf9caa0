import { useEffect, useState } from "preact/hooks";
import { AuthStatus } from "../../../../core/contract/auth.ts";
import { BackstrideError } from "../../../../core/error.ts";
import { send, shaped } from "../../data/http.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { CreateAccount } from "./create-account.tsx";
import { passkeyAtHand, passkeysWork } from "./credentials.ts";
import { Recover } from "./recover.tsx";
import { SignIn } from "./sign-in.tsx";

/** What this installation and this browser can do. */
export type Means = {
  readonly claimed: boolean;
  readonly passkeys: boolean;
  readonly passkeyAtHand: boolean;
  /** The host of the sign-in provider, if there is one. */
  readonly provider: string | null;
};

async function ask(): Promise<Means> {
  const { body } = await send((path, init) => fetch(path, init), "GET", "/v1/auth/status");
  const status = shaped(AuthStatus, body);
  const passkeys = status.passkeys && passkeysWork();
  const { claimed, provider } = status;
  return { claimed, provider, passkeys, passkeyAtHand: passkeys && (await passkeyAtHand()) };
}

/** For somebody who is not signed in: a new account on a new installation, else the sign-in. */
export function Door() {
  const [means, setMeans] = useState<Means>();
  const [error, setError] = useState<BackstrideError>();
  const [hasCode, setHasCode] = useState<boolean>();
  const [recovering, setRecovering] = useState(false);
  const load = () => {
    setError(undefined);
    ask().then(setMeans, (cause: unknown) => {
      setError(cause instanceof BackstrideError ? cause : new BackstrideError("internal", String(cause)));
    });
  };
  useEffect(load, []);
  if (means === undefined) {
    return (
      <Page title={t("start.title")} sub={t("start.lead")} kind="narrow">
        {error === undefined ? <Skeleton lines={6} /> : <Failure error={error} onRetry={load} />}
      </Page>
    );
  }
  if (recovering) return <Recover onBack={() => setRecovering(false)} />;
  return (hasCode ?? !means.claimed) ? (
    <CreateAccount means={means} onSwitch={() => setHasCode(false)} />
  ) : (
    <SignIn means={means} onSwitch={() => setHasCode(true)} onRecover={() => setRecovering(true)} />
  );
}
