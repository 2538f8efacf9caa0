import * as interaction from "@zos/interaction";

/** Pages replace one another, so that the system knows no way back: a swipe to the right and the back key are the page's own. */
export function onBack(back: () => void): void {
  interaction.onGesture({
    callback: (gesture) => {
      if (gesture === interaction.GESTURE_RIGHT) back();
      return gesture === interaction.GESTURE_RIGHT;
    },
  });
  interaction.onKey({
    callback: (key, event) => {
      if (key === interaction.KEY_BACK && event === interaction.KEY_EVENT_CLICK) back();
      return key === interaction.KEY_BACK;
    },
  });
}

export function offBack(): void {
  interaction.offGesture();
  interaction.offKey();
}
