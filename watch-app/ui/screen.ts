import { getDeviceInfo, SCREEN_SHAPE_ROUND } from "@zos/device";

export type Screen = {
  readonly width: number;
  readonly height: number;
  readonly round: boolean;
  readonly model: string;
};

/** The screen we draw on, in real pixels; `px()` is never used, so nothing is scaled twice. */
export function screen(): Screen {
  const info = getDeviceInfo();
  return {
    width: info.width,
    height: info.height,
    round: info.screenShape === SCREEN_SHAPE_ROUND,
    model: String(info.deviceName),
  };
}
