type Line<R, T> = { waiting: R[]; next: Promise<T> | null; running: Promise<unknown> };

/**
 * Does the work of one key one run at a time in this process; whoever asks while one runs shares the next, which starts
 * afterwards and so sees whatever all of them have stored. Lambda gives a process one call at a time and nothing changes there.
 */
export function sharing<R, T>(
  work: (key: string, requests: readonly R[]) => Promise<T>,
): (key: string, request: R) => Promise<T> {
  const lines = new Map<string, Line<R, T>>();
  const run = async (key: string, line: Line<R, T>): Promise<T> => {
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
