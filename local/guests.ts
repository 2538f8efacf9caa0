/** Calls of one function at a time for a bus that has the computer to itself; a stuck one does not hold up the others. */
const ALONE = 40;
/** Beside one request: what that request set off, ten events, goes through at once. */
const BESIDE_ONE = 10;

/**
 * Who waits for an answer of the API just now. What the bus delivers gives way to them: on AWS both have all the computers they
 * need, here they share one. It never stops altogether, so a crowd at the door delays a plan but does not prevent it.
 */
export class Guests {
  private inside = 0;
  private readonly told: (() => void)[] = [];

  /** Calls of one function that the bus may have under way. */
  get room(): number {
    if (this.inside === 0) return ALONE;
    return this.inside === 1 ? BESIDE_ONE : 1;
  }

  enter(): void {
    this.inside += 1;
  }

  leave(): void {
    this.inside -= 1;
    for (const tell of this.told) tell();
  }

  /** Calls back whenever there is more room. */
  onRoom(tell: () => void): void {
    this.told.push(tell);
  }
}
