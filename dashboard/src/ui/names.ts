/** What one of a list is called: its name, and where another has the same, what else is known of it. */
export const nameAmong = (names: readonly string[], name: string, detail: string): string =>
  names.filter((each) => each === name).length > 1 ? `${name} (${detail})` : name;
