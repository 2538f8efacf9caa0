export type Holdable = {
  /** Does something while nobody is inside; who comes meanwhile waits. One such thing at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>;
};

export class Gate implements Holdable {
  /** Resolves when the way is free. Each who enters must `leave`. */
  enter(): Promise<void>;
  leave(): void;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Several gates held as one, in this order. */
export function gateOf(gates: readonly Holdable[]): Holdable;
