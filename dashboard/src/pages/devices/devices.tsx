import { type DeviceInfo, DeviceList } from "../../../../core/contract/api.ts";
import { cache, refreshSummary, useResource } from "../../data/store.ts";
import { ago, timeHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card, Skeleton } from "../../ui/card.tsx";
import { nameAmong } from "../../ui/names.ts";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Remove } from "../../ui/remove.tsx";
import { Pair } from "./pair.tsx";

const PATH = "/v1/devices";

const reload = () => Promise.all([cache.refresh(PATH, DeviceList), refreshSummary()]);

/** The watches that may send sessions: pair one, see when each was heard of, remove one. */
export default function Devices() {
  return (
    <Page title={t("nav.devices")}>
      <div class="board">
        <div class="board-main">
          <Pair onPaired={() => void reload()} />
          <Card title={t("devices.simulate")}>
            <p>{t("devices.simulateText")}</p>
            <p>
              <a href="/watch/">{t("devices.simulateGo")}</a>
            </p>
          </Card>
        </div>
        <div class="board-side">
          <Paired />
          <p>
            <a href="/settings">{t("settings.cues")}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}

function Paired() {
  const { data, error } = useResource(PATH, DeviceList);
  return (
    <Card title={t("devices.list")}>
      {data === undefined && error === undefined ? <Skeleton lines={2} /> : null}
      {data === undefined ? <Failure error={error} onRetry={() => void reload()} /> : null}
      {data?.devices.length === 0 ? <p>{t("devices.none")}</p> : null}
      <ul class="plain">
        {data?.devices.map((device) => (
          <Device key={device.id} device={device} names={data.devices.map(({ name }) => name)} />
        ))}
      </ul>
    </Card>
  );
}

type DeviceProps = { readonly device: DeviceInfo; readonly names: readonly string[] };

const Device = ({ device, names }: DeviceProps) => (
  <li class="device">
    <About {...device} />
    <Remove
      name={nameAmong(names, device.name, sinceOf(device))}
      text={t("devices.revokeText")}
      path={`${PATH}/${device.id}`}
      onRemoved={reload}
    />
  </li>
);

const sinceOf = ({ pairedAt }: DeviceInfo): string => t("devices.since", timeHere(Date.parse(pairedAt)));

const About = (device: DeviceInfo) => (
  <div>
    <strong>{device.name}</strong>
    <p class="hint">
      {device.model === device.name ? null : `${device.model} · `}
      {sinceOf(device)}
    </p>
    <p class="hint">{heardOf(device)}</p>
  </div>
);

const heardOf = ({ lastSeenAt }: DeviceInfo): string =>
  lastSeenAt === null ? t("today.neverSeen") : t("today.lastSeen", ago(Date.parse(lastSeenAt), Date.now()));
