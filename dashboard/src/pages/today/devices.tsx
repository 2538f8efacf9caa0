import type { DeviceInfo } from "../../../../core/contract/api.ts";
import { ago } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { waitsFor } from "./newest-plan.ts";

type DevicesProps = { readonly devices: readonly DeviceInfo[]; readonly plannedAt: string | null };

/** Each watch: when it was heard of, and whether it has been told the newest plan. */
export function Devices({ devices, plannedAt }: DevicesProps) {
  return (
    <Card title={t("today.devices")}>
      {devices.length === 0 ? <p>{t("devices.none")}</p> : null}
      <ul class="plain">
        {devices.map(({ id, name, lastSeenAt }) => (
          <li key={id} class="device-line">
            <strong>{name}</strong>
            <span class="hint">
              {lastSeenAt === null
                ? t("today.neverSeen")
                : t("today.lastSeen", ago(Date.parse(lastSeenAt), Date.now()))}
            </span>
            {waitsFor(lastSeenAt, plannedAt) ? <span class="hint">{t("today.newerPlan")}</span> : null}
          </li>
        ))}
      </ul>
      <p>
        <a href="/devices">{devices.length === 0 ? t("today.pairFirst") : t("nav.devices")}</a>
      </p>
    </Card>
  );
}
