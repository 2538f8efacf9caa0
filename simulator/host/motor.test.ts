import { describe, expect, it } from "vitest";
import { EventLog } from "./events.ts";
import { ACTION_TYPES, Motor, onOff, rhythm } from "./motor.ts";

const type = (name: string) => ACTION_TYPES[name]?.value ?? 0;
const makeMotor = () =>
  new Motor(
    () => 1_000,
    new EventLog(() => 1_000),
    () => undefined,
  );

describe("the vibration motor", () => {
  it("names a pattern by its actions and tells its rhythm", () => {
    const motor = makeMotor();
    const short = { type: type("STRONG_SHORT"), duration: 120 };
    const pause = { type: type("PAUSE"), duration: 100 };
    motor.startActions([short, pause, short, pause, { type: type("CONTINUOUS"), duration: 900 }]);
    const [vibration] = motor.history;
    expect(vibration?.name).toBe("STRONG_SHORT×2·CONTINUOUS");
    expect(rhythm(vibration?.pulses ?? [])).toBe("short short long");
    expect(onOff(vibration?.pulses ?? [])).toEqual([120, 100, 120, 100, 900]);
  });

  it("lets only the looping scenes go on until stop", () => {
    const motor = makeMotor();
    motor.startScene("STRONG_REMINDER");
    expect(motor.looping()).toBeNull();
    motor.startScene("CALL");
    expect(motor.looping()?.name).toBe("CALL");
    motor.stop();
    expect(motor.looping()).toBeNull();
  });

  it("hands a phone's motor a pattern that begins with a vibration", () => {
    expect(
      onOff([
        { ms: 50, strength: 0 },
        { ms: 80, strength: 1 },
        { ms: 20, strength: 3 },
      ]),
    ).toEqual([0, 50, 100]);
  });
});
