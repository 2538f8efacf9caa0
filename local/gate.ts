/** What everybody passes on the way to the table, the bus and the scheduler; held while a backup reads them. */
export class Gate {
  private inside = 0;
  private held: Promise<void> | null = null;
  private readonly leaving: (() => void)[] = [];

  /** Resolves when the way is free. Each who enters must `leave`. */
  async enter(): Promise<void> {
    while (this.held !== null) await this.held;
    this.inside += 1;
  }

  leave(): void {
    this.inside -= 1;
    if (this.inside === 0) for (const told of this.leaving.splice(0)) told();
  }

  /** Does something while nobody is inside; who comes meanwhile waits. One such thing at a time. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.held !== null) await this.held;
    let free = () => {};
    this.held = new Promise((resolve) => {
      free = resolve;
    });
    try {
      if (this.inside > 0) await new Promise<void>((resolve) => this.leaving.push(resolve));
      return await work();
    } finally {
      this.held = null;
      free();
    }
  }
}
