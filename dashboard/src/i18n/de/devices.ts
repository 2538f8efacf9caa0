import type { DEVICES as EN } from "../en/devices.ts";
import type { Like } from "../message.ts";

export const DEVICES: Like<typeof EN> = {
  "devices.pair": "Eine Uhr koppeln",
  "devices.pairText":
    "Öffne Backstride in den Einstellungen der Zepp-App auf deinem Telefon oder auf der simulierten Uhr. Dort steht ein Code aus acht Buchstaben.",
  "devices.code": "Code von deinem Telefon",
  "devices.codeHint": "Nur Buchstaben, zum Beispiel BDFG-HJKL. Auf den Strich kommt es nicht an.",
  "devices.codeMissing": "Gib den Code ein, den das Telefon zeigt.",
  "devices.look": "Koppeln",
  "devices.found": "Ist das deine Uhr?",
  "devices.age": (age) =>
    `Der Code ist vor ${age} entstanden. Wenn du ihn nicht gerade angefordert hast, bestätige ihn nicht.`,
  "devices.deny": "Das ist nicht meine",
  "devices.paired": (name) => `${name} ist gekoppelt. Der nächste Abgleich kommt gleich.`,
  "devices.denied": "Abgewiesen. Nichts wurde gekoppelt.",
  "devices.list": "Gekoppelte Uhren",
  "devices.since": (day) => `Gekoppelt am ${day}`,
  "devices.revoke": "Entfernen",
  "devices.revokeNamed": (name) => `${name} entfernen`,
  "devices.revokeTitle": (name) => `${name} entfernen?`,
  "devices.revokeText":
    "Sie kann ab sofort keine Einheiten mehr senden und keine Pläne mehr holen. Was sie gesendet hat, bleibt. Du kannst sie jederzeit wieder koppeln.",
  "devices.revoked": (name) => `${name} wurde entfernt.`,
  "devices.keep": "Behalten",
  "devices.simulate": "Keine Uhr zur Hand?",
  "devices.simulateText": "Auf der simulierten Uhr läuft dieselbe App, in diesem Browser. Kopple sie wie eine echte.",
  "devices.simulateGo": "Simulierte Uhr öffnen",
};
