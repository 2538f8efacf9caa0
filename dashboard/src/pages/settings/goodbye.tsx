import { useEffect } from "preact/hooks";
import type { DeletionReceipt } from "../../../../core/contract/auth.ts";
import { useLocation } from "../../app/location.ts";
import { accounts } from "../../data/store.ts";
import { dayHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { receipt } from "./receipt.ts";
import { saveFile } from "./save-file.ts";

/** The last page of an account. It belongs to nobody any more, so it is open to anybody, but not to who has an account. */
export default function Goodbye() {
  const { route } = useLocation();
  const stays = receipt.value !== null || accounts.account.value.kind !== "in";
  useEffect(() => {
    if (!stays) route("/", true);
  }, [stays]);
  return (
    <Page title={t("settings.deleted")} kind="narrow">
      {receipt.value === null ? null : <Receipt {...receipt.value} />}
      <p>
        <a href="/start">{t("app.signIn")}</a>
      </p>
    </Page>
  );
}

/** What remains after a deletion, and until when. */
function Receipt(told: DeletionReceipt) {
  return (
    <Card title={t("settings.receipt")}>
      <p>{t("settings.receiptText", dayHere(Date.parse(told.deletedAt)))}</p>
      <ul>
        {told.kept.map(({ what, until }) => (
          <li key={what}>{t(`settings.kept.${what}`, dayHere(Date.parse(until)))}</li>
        ))}
      </ul>
      <button
        type="button"
        class="button quiet"
        onClick={() => saveFile("backstride-receipt.json", JSON.stringify(told, null, 2))}
      >
        {t("settings.receiptSave")}
      </button>
    </Card>
  );
}
