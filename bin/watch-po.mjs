/**
 * Reads the part of gettext's format that our catalogues use: one-line `msgid` and `msgstr` pairs.
 * @param {string} text
 * @returns {Map<string, string>} texts by key, without the header
 */
export function parsePo(text) {
  const entries = new Map();
  let key = null;
  for (const line of text.split(/\r?\n/)) {
    const found = /^(msgid|msgstr) ("(?:[^"\\]|\\.)*")$/.exec(line);
    if (found === null) continue;
    const value = JSON.parse(found[2]);
    if (found[1] === "msgid") key = value;
    else if (key !== null && key !== "") entries.set(key, value);
  }
  return entries;
}

/** The catalogue as zpm reads it. @param {Map<string, string>} entries */
export const writePo = (entries) =>
  `${[...entries].map(([key, value]) => `msgid ${JSON.stringify(key)}\nmsgstr ${JSON.stringify(value)}\n`).join("\n")}\n`;
