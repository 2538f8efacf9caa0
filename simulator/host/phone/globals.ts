import { BufferApi } from "../buffer.ts";
import { packageConsole } from "../globals.ts";
import type { Hardware } from "../hardware.ts";
import type { GlobalScope } from "../platform.ts";

type Texts = Record<string, Record<string, string>>;

/** Globals that both scripts of the phone find: console, buffers, and the texts zpm compiled into them. */
export function phoneGlobals(hardware: Hardware, language: string, write: (text: string) => void): GlobalScope {
  return {
    console: packageConsole(write, hardware),
    Buffer: BufferApi,
    userSettings: { language },
    HmUtils: {
      Lang: class {
        readonly language: string;
        constructor(name: string) {
          this.language = name;
        }
      },
      getLanguage: (user: { language: string }) => user.language,
      gettextFactory: (table: Texts, lang: { language: string }, fallback: string) => (key: string) =>
        table[lang.language]?.[key] ?? table[fallback]?.[key] ?? key,
    },
  };
}
