import { describe, expect, it } from "vitest";
import { MODULES } from "./catalogue/index.ts";
import type { ContextKind, ModuleSpec } from "./catalogue/types.ts";
import type { SimulatorError } from "./errors.ts";
import { strictModule } from "./strict.ts";

type Loose = Record<string, (...args: unknown[]) => unknown>;

function open(
  name: string,
  implementation: object,
  options: { permissions?: string[]; level?: string; kind?: ContextKind } = {},
) {
  const violations: SimulatorError[] = [];
  let alive = true;
  const caller = {
    kind: options.kind ?? "page",
    isAlive: () => alive,
    apiLevel: options.level ?? "3.6",
    permissions: new Set(options.permissions ?? []),
    violation: (error: SimulatorError) => violations.push(error),
  } as const;
  const spec = MODULES.get(name) as ModuleSpec;
  const module = strictModule(spec, implementation as Record<string, unknown>, caller) as Loose;
  const end = () => {
    alive = false;
  };
  return { module, violations, end };
}

describe("a module as the package sees it", () => {
  it("throws for a name that the documentation does not have, and keeps it", () => {
    const { module, violations } = open("@zos/router", {});
    expect(() => module.teleport).toThrow('@zos/router has no "teleport"');
    expect(violations.map(({ code }) => code)).toEqual(["unknown"]);
  });

  it("throws through a namespace import too, whose helper takes a module with `default` as it is", () => {
    const { module } = open("@zos/router", {});
    expect("default" in module).toBe(true);
    expect(module.default).toBe(module);
  });

  it("gives undefined for what is newer than the model, so that it can be looked for", () => {
    const implementation = { createSysTimer: () => 1 };
    expect(typeof open("@zos/timer", implementation, { level: "3.7" }).module.createSysTimer).toBe("undefined");
    expect(typeof open("@zos/timer", implementation, { level: "4.0" }).module.createSysTimer).toBe("function");
  });

  it("asks for the permission that app.json must declare, naming it", () => {
    const implementation = { set: () => 7 };
    expect(() => open("@zos/alarm", implementation).module.set?.({})).toThrow('"device:os.alarm"');
    expect(open("@zos/alarm", implementation, { permissions: ["device:os.alarm"] }).module.set?.({})).toBe(7);
  });

  it("keeps an app service away from the screen", () => {
    const { module } = open("@zos/router", { push: () => undefined }, { kind: "service" });
    expect(() => module.push?.({ url: "page/home" })).toThrow("not available in an app service");
  });

  it("checks the members of a class by level and by name", () => {
    class Vibrator {
      start() {
        return "buzz";
      }
      getType() {
        return {};
      }
    }
    const { module } = open("@zos/sensor", { Vibrator }, { level: "3.0" });
    const made = new (module.Vibrator as unknown as new () => Loose)();
    expect(made.start?.()).toBe("buzz");
    expect(made.getType).toBeUndefined();
    expect(() => made.wobble).toThrow('@zos/sensor Vibrator has no "wobble"');
  });

  it("does nothing for a context that is gone", () => {
    let calls = 0;
    const { module, end } = open("@zos/router", { push: () => ++calls });
    const { push } = module;
    end();
    expect(push?.({ url: "page/home" })).toBeUndefined();
    expect(calls).toBe(0);
  });
});

describe("the catalogue", () => {
  it("names for every entry where it is documented and since when", () => {
    for (const spec of MODULES.values()) {
      for (const [name, entry] of Object.entries(spec.entries)) {
        expect(entry.page, `${spec.name} ${name}`).toMatch(/^(docs\/reference\/|none: used by )/);
        expect(entry.level, `${spec.name} ${name}`).toMatch(/^\d\.\d$/);
      }
    }
  });
});
