// Written in old JavaScript on purpose: a too-old Node must get a sentence, not a syntax error.
const NEEDED = [20, 19];

/** Ends the process with one clear sentence when this Node is too old. */
export function requireNode(version) {
  const parts = version.split(".").map(Number);
  if (parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1])) return;
  console.error(
    `Backstride needs Node ${NEEDED.join(".")} or newer; this is Node ${version}. Please update it from nodejs.org.`,
  );
  process.exit(1);
}
