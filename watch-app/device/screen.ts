import { getDeviceInfo, SCREEN_SHAPE_ROUND } from "@zos/device";
import type { Screen } from "../ui/layout.ts";

/** The screen in real pixels. `px()` is never used, so nothing is scaled twice. */
export function thisScreen(): Screen {
  const info = getDeviceInfo();
  return { width: info.width, height: info.height, round: info.screenShape === SCREEN_SHAPE_ROUND };
}

/** The model's name, for the record and for the phone. */
export const modelName = (): string => String(getDeviceInfo().deviceName);
