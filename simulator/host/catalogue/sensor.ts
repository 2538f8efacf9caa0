import { entriesOf, type ModuleSpec, members } from "./types.ts";

const { fn, cls, constants } = entriesOf("sensor", "2.0");
const CHANGES = "onChange offChange";

/** `@zos/sensor`. */
export const sensor: ModuleSpec = {
  name: "@zos/sensor",
  entries: {
    Vibrator: cls("Vibrator", members("2.0", "start stop setMode getConfig getType@3.6")),
    HeartRate: cls(
      "HeartRate",
      members(
        "2.0",
        "getCurrent getLast getToday onCurrentChange@2.1 offCurrentChange@2.1 onLastChange@2.1 offLastChange@2.1 getResting@3.0 getDailySummary@3.0",
      ),
      { permission: "data:user.hd.heart_rate" },
    ),
    Step: cls("Step", members("2.0", `getCurrent getTarget ${CHANGES}`), { permission: "data:user.hd.step" }),
    Distance: cls("Distance", members("2.0", `getCurrent ${CHANGES}`), { permission: "data:user.hd.distance" }),
    Buzzer: cls("Buzzer", members("3.6", "isEnabled getSourceType getStrength start stop"), { level: "3.6" }),
    Battery: cls("Battery", members("2.0", `getCurrent ${CHANGES}`)),
    Wear: cls("Wear", members("2.0", `getStatus ${CHANGES}`)),
    Screen: cls("Screen", members("3.0", `getStatus getAodMode getLight@3.6 ${CHANGES}`), { level: "3.0" }),
    Time: cls(
      "Time",
      members(
        "2.0",
        "getTime getFullYear getMonth getDate getHours getMinutes getSeconds getDay getHourFormat@2.1 getFormatHour@2.1 onPerMinute@2.1 onPerDay@2.1",
      ),
    ),
    Workout: cls("Workout", members("3.0", "getStatus getHistory getUserHrZoneSettings@4.2"), {
      level: "3.0",
      permission: "data:user.hd.workout",
    }),
    checkSensor: fn("checkSensor", { level: "3.0" }),
    ...constants(
      "Vibrator",
      "VIBRATOR_SCENE_SHORT_LIGHT VIBRATOR_SCENE_SHORT_MIDDLE VIBRATOR_SCENE_SHORT_STRONG VIBRATOR_SCENE_DURATION VIBRATOR_SCENE_DURATION_LONG VIBRATOR_SCENE_STRONG_REMINDER VIBRATOR_SCENE_NOTIFICATION VIBRATOR_SCENE_CALL VIBRATOR_SCENE_TIMER",
    ),
    ...constants("Time", "TIME_HOUR_FORMAT_12 TIME_HOUR_FORMAT_24", { level: "2.1" }),
  },
};
