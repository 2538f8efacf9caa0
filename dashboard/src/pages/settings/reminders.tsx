import { PushInfo, PushSubscriptionInfo } from "../../../../core/contract/push.ts";
import { BackstrideError } from "../../../../core/error.ts";
import { cache, client, useResource } from "../../data/store.ts";
import { dayHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { nameAmong } from "../../ui/names.ts";
import { Failure } from "../../ui/notice.tsx";
import { Remove } from "../../ui/remove.tsx";
import { useSubmit } from "../../ui/submit.ts";

const PATH = "/v1/push";
const SUBSCRIPTIONS = `${PATH}/subscriptions`;
const reload = () => cache.refresh(PATH, PushInfo);
const works = (): boolean => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** A few words by which the person tells this browser from others. */
const nameHere = (): string => {
  const { userAgent } = navigator;
  const browser = /(Firefox|Edg|Chrome|Safari)/.exec(userAgent)?.[1]?.replace("Edg", "Edge") ?? "";
  const system = /(Android|iPhone|iPad|Windows|Mac OS|Linux)/.exec(userAgent)?.[1] ?? "";
  return `${browser} ${system}`.trim() || t("settings.thisBrowser");
};

/** @throws BackstrideError `stopped` when the person or the browser says no; else as the service says */
async function subscribe(publicKey: string): Promise<void> {
  if ((await Notification.requestPermission()) !== "granted")
    throw new BackstrideError("stopped", t("settings.pushNo"));
  const { pushManager } = await navigator.serviceWorker.ready;
  const wanted = { userVisibleOnly: true, applicationServerKey: publicKey };
  const made = await pushManager.subscribe(wanted).catch((cause: unknown) => {
    throw new BackstrideError("stopped", t("settings.pushNo"), { cause });
  });
  await client.post(SUBSCRIPTIONS, PushSubscriptionInfo, { ...made.toJSON(), name: nameHere() });
}

/** Reminders of sessions and mornings, in the browsers that the person chose. */
export function Reminders() {
  const { data, error } = useResource(PATH, PushInfo);
  const { busy, error: failed, run } = useSubmit();

  async function begin(publicKey: string): Promise<void> {
    const begun = await run(async () => {
      await subscribe(publicKey);
      await reload();
    });
    if (begun) announce(t("settings.pushOn"));
  }

  return (
    <Card title={t("settings.reminders")} kind="settings-card">
      <p class="hint">{t("settings.remindersText")}</p>
      <ul class="plain">
        {data?.subscriptions.map((each) => (
          <Reminded key={each.id} {...each} names={data.subscriptions.map(({ name }) => name)} />
        ))}
      </ul>
      <Failure error={failed ?? error} />
      {works() ? (
        <button
          type="button"
          class="button quiet"
          disabled={busy || data === undefined}
          onClick={() => void begin(data?.publicKey ?? "")}
        >
          {t("settings.pushHere")}
        </button>
      ) : (
        <p class="hint">{t("settings.pushNot")}</p>
      )}
    </Card>
  );
}

type RemindedProps = PushSubscriptionInfo & { readonly names: readonly string[] };

/** A browser that is reminded. */
function Reminded({ id, name, createdAt, names }: RemindedProps) {
  const added = t("settings.added", dayHere(Date.parse(createdAt)));
  return (
    <li class="credential">
      <div>
        <strong>{name}</strong>
        <p class="hint">{added}</p>
      </div>
      <Remove name={nameAmong(names, name, added)} path={`${SUBSCRIPTIONS}/${id}`} onRemoved={reload} />
    </li>
  );
}
