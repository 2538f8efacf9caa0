/** The little of a file system that the app needs. Texts are ASCII (see ascii.ts); nothing here ever throws. */
export type Files = {
  /** Null when there is no such file or it cannot be read. */
  read(path: string): string | null;
  /** Replaces the file; false when the storage is full or refuses. */
  write(path: string, text: string): boolean;
  /** Adds to the end; false when not all of it was written. */
  append(path: string, text: string): boolean;
  remove(path: string): void;
  /** Names in a folder; empty when there is none. */
  list(folder: string): readonly string[];
};

/** Files in memory, for tests and for a watch whose storage fails. */
export function memoryFiles(content: Map<string, string> = new Map()): Files {
  return {
    read: (path) => content.get(path) ?? null,
    write: (path, text) => {
      content.set(path, text);
      return true;
    },
    append: (path, text) => {
      content.set(path, (content.get(path) ?? "") + text);
      return true;
    },
    remove: (path) => {
      content.delete(path);
    },
    list: (folder) =>
      [...content.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
  };
}
