import { getText } from "@zos/i18n";
import { damage, damageTold } from "../device/damage.ts";
import { thisScreen } from "../device/screen.ts";
import { damageText } from "../logic/damage.ts";
import { messagePanel } from "../ui/panels.ts";

/** Says once what could not be read back, then goes on. */
export function sayDamage(then: () => void): void {
  const found = damage();
  const text = damageText(found, getText);
  if (text === "") {
    then();
    return;
  }
  const panel = messagePanel(thisScreen(), getText);
  panel.tell(getText("damage.title"), text, () => {
    damageTold(found);
    panel.show(false);
    then();
  });
}
