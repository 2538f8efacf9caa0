/** A small thing that this browser remembers over reloads. One that refuses storage forgets it, and the page works all the same. */
export function remembered(name: string) {
  return {
    get(): string | null {
      try {
        return localStorage.getItem(name);
      } catch {
        return null;
      }
    },
    set(value: string | null): void {
      try {
        if (value === null) localStorage.removeItem(name);
        else localStorage.setItem(name, value);
      } catch {
        // Nothing to keep it in.
      }
    },
  };
}
