import { useState } from "preact/hooks";
import { DeletionReceipt } from "../../../../core/contract/auth.ts";
import { useLocation } from "../../app/location.ts";
import { client, leaveForGood } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { wholeLog } from "./export.ts";
import { receipt } from "./receipt.ts";
import { saveFile } from "./save-file.ts";

/** Everything as one file, and the end of the account. */
export function YourData({ today }: { readonly today: string }) {
  const exporting = useSubmit();
  const save = () =>
    exporting.run(async () => saveFile(`backstride-${today}.json`, JSON.stringify(await wholeLog(client))));
  return (
    <Card title={t("settings.data")} kind="settings-card">
      <p>{t("settings.exportText")}</p>
      <Failure error={exporting.error} />
      <button type="button" class="button quiet" disabled={exporting.busy} onClick={() => void save()}>
        {exporting.busy ? t("settings.exporting") : t("settings.export")}
      </button>
      <Deletion />
    </Card>
  );
}

function Deletion() {
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useSubmit();

  async function answer(yes: boolean): Promise<void> {
    setAsking(false);
    if (!yes) return;
    await run(async () => {
      receipt.value = await client.removeWith("/v1/account", DeletionReceipt);
      route("/goodbye", true);
      await leaveForGood();
    });
  }

  return (
    <>
      <p>{t("settings.deleteText")}</p>
      <Failure error={error} />
      <button type="button" class="button danger" disabled={busy} onClick={() => setAsking(true)}>
        {t("settings.delete")}
      </button>
      {asking ? (
        <Confirm
          title={t("settings.deleteTitle")}
          text={t("settings.deleteAsk")}
          yes={t("settings.deleteYes")}
          no={t("settings.deleteNo")}
          onAnswer={(yes) => void answer(yes)}
        />
      ) : null}
    </>
  );
}
