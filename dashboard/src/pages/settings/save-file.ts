/** Hands a text to the person as a file of their own. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then; the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
