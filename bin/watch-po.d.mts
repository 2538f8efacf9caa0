export function parsePo(text: string): Map<string, string>;
export function writePo(entries: ReadonlyMap<string, string>): string;
