import { Summary } from "../../../../core/contract/api.ts";
import { cache } from "../../data/store.ts";
import { type PlainKey, t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";

const STOP = ["safety.stop1", "safety.stop2", "safety.stop3", "safety.stop4"] as const;
const WALK = ["safety.walk1", "safety.walk2", "safety.walk3"] as const;
const UNKNOWN = ["safety.u1", "safety.u2", "safety.u3", "safety.u4"] as const;

/** Each study with the address that its DOI stands for. */
const KNOWN = [
  ["safety.k1", "10.1136/bjsports-2024-108245"],
  ["safety.k2", "10.1016/S0140-6736(24)00755-4"],
  ["safety.k3", "10.2519/jospt.2022.10612"],
  ["safety.k4", "10.1136/bjsports-2024-109380"],
  ["safety.k5", "10.1097/00007632-199812010-00015"],
  ["safety.k6", "10.1080/1750984X.2012.723728"],
] as const;

const List = ({ keys }: { readonly keys: readonly PlainKey[] }) => (
  <ul>
    {keys.map((key) => (
      <li key={key}>{t(key)}</li>
    ))}
  </ul>
);

/** The number that the person told, where this browser knows it. */
function EmergencyNumber() {
  const number = cache.entry("/v1/summary", Summary).value.data?.profile.emergencyNumber;
  if (!number) return <a href="/settings">{t("settings.emergency")}</a>;
  return <a href={`tel:${number.replace(/[^+\d]/g, "")}`}>{`${t("settings.emergency")}: ${number}`}</a>;
}

/** When to stop, what is known and what is not, and what this is not. Readable without an account. */
export default function Safety() {
  return (
    <Page title={t("nav.safety")} sub={t("safety.sub")} kind="prose">
      <p>
        <a href="/exercises">{t("moves.title")}</a>
      </p>
      <div class="board">
        <div class="board-main">
          <Card title={t("safety.stop")} kind="lock lock-E">
            <p>{t("safety.stopText")}</p>
            <List keys={STOP} />
            <p>
              <EmergencyNumber />
            </p>
          </Card>
          <Card title={t("safety.walk")} kind="lock lock-C">
            <List keys={WALK} />
          </Card>
          <Card title={t("safety.scale")}>
            <p>{t("safety.scaleText")}</p>
          </Card>
          <Card title={t("safety.isNot")}>
            <p>{t("safety.isNotText")}</p>
          </Card>
          <Card title={t("settings.data")}>
            <p>{t("safety.dataText")}</p>
          </Card>
        </div>
        <div class="board-side">
          <Card title={t("safety.known")}>
            <ul class="studies">
              {KNOWN.map(([key, doi]) => (
                <li key={key}>
                  {t(key)} <a href={`https://doi.org/${doi}`}>doi {doi}</a>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t("safety.unknown")}>
            <List keys={UNKNOWN} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
