// JavaScript, because the table's thread runs it unbundled; its types are in gate.d.mts.

/** What everybody passes on the way to a service; held while a backup reads what is behind it. */
export class Gate {
  #inside = 0;
  #held = null;
  #leaving = [];

  async enter() {
    while (this.#held !== null) await this.#held;
    this.#inside += 1;
  }

  leave() {
    this.#inside -= 1;
    if (this.#inside === 0) for (const told of this.#leaving.splice(0)) told();
  }

  async alone(work) {
    while (this.#held !== null) await this.#held;
    let free = () => {};
    this.#held = new Promise((resolve) => {
      free = resolve;
    });
    try {
      if (this.#inside > 0) await new Promise((resolve) => this.#leaving.push(resolve));
      return await work();
    } finally {
      this.#held = null;
      free();
    }
  }
}

export function gateOf(gates) {
  return { alone: (work) => gates.reduceRight((inner, gate) => () => gate.alone(inner), work)() };
}
