/** What is wrong with a log. `code` is stable; `path` is a JSONPath from the top of the file, such as `$[3].data.scores.rpe`. */
export type Problem = { readonly code: string; readonly path: string; readonly message: string };

/**
 * The JSONPath of a member of `value`.
 * @param at the path of `value` itself
 * @param field names from there, joined by dots, as the contract's parser reports them
 */
export function pathOf(value: unknown, at: string, field: string): string {
  let path = at;
  let inner = value;
  for (const name of field === "" ? [] : field.split(".")) {
    path += Array.isArray(inner) ? `[${name}]` : member(name);
    inner = typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined;
  }
  return path;
}

function member(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
