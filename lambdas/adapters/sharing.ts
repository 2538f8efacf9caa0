type Line<R, T> = { waiting: R[]; next: Promise<T> | null; running: Promise<unknown> };

/** Resolves when a run of this key may start: in another turn, so that who comes in this one shares it. */
export type Start = (key: string) => Promise<unknown>;

const inAnotherTurn: Start = () => new Promise((done) => setImmediate(done));

/**
 * Does the work of one key one run at a time in this process; whoever asks while one runs shares the next, which starts
 * afterwards and so sees whatever all of them have stored. Lambda gives a process one call at a time and nothing changes there.
 */
export function sharing<R, T>(
  work: (key: string, requests: readonly R[]) => Promise<T>,
  start: Start = inAnotherTurn,
): (key: string, request: R) => Promise<T> {
  const lines = new Map<string, Line<R, T>>();
  const run = async (key: string, line: Line<R, T>): Promise<T> => {
    await start(key);
    const requests = line.waiting.splice(0);
    line.next = null;
    const result = work(key, requests);
    line.running = result.then(
      () => leave(key, line),
      () => leave(key, line),
    );
    return result;
  };
  const leave = (key: string, line: Line<R, T>): void => {
    if (line.next === null) lines.delete(key);
  };
  return (key, request) => {
    const line = lines.get(key) ?? { waiting: [], next: null, running: Promise.resolve() };
    lines.set(key, line);
    line.waiting.push(request);
    line.next ??= line.running.then(() => run(key, line));
    return line.next;
  };
}

/**
 * Who of a key is busy with something in this process. `enter` answers how to leave, which may be called more than once; `left`
 * resolves when everybody has left who was there when it was asked.
 */
export function crowd(): { enter: (key: string) => () => void; left: (key: string) => Promise<unknown> } {
  const inside = new Map<string, Set<Promise<void>>>();
  const enter = (key: string) => {
    const present = inside.get(key) ?? new Set();
    inside.set(key, present);
    let go = () => {};
    const gone = new Promise<void>((done) => {
      go = done;
    });
    present.add(gone);
    return () => {
      go();
      present.delete(gone);
      if (present.size === 0 && inside.get(key) === present) inside.delete(key);
    };
  };
  return { enter, left: (key) => Promise.all(inside.get(key) ?? []) };
}
