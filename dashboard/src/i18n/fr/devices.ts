import type { DEVICES as EN } from "../en/devices.ts";
import type { Like } from "../message.ts";

export const DEVICES: Like<typeof EN> = {
  "devices.pair": "Associer une montre",
  "devices.pairText":
    "Ouvre Backstride dans les réglages de l’application Zepp, ou sur la montre simulée. Un code de huit lettres s’affiche.",
  "devices.code": "Code de ton téléphone",
  "devices.codeHint": "Des lettres seulement, par exemple BDFG-HJKL. Le tiret est sans importance.",
  "devices.codeMissing": "Saisis le code affiché par le téléphone.",
  "devices.look": "Associer",
  "devices.found": "Est-ce ta montre ?",
  "devices.age": (age) => `Le code a été créé il y a ${age}. Si tu ne viens pas de le demander, ne confirme pas.`,
  "devices.deny": "Ce n’est pas la mienne",
  "devices.paired": (name) => `${name} est associée. Sa prochaine synchronisation arrive dans un instant.`,
  "devices.denied": "Refusée. Rien n’a été associé.",
  "devices.list": "Montres associées",
  "devices.since": (day) => `Associée le ${day}`,
  "devices.revoke": "Retirer",
  "devices.revokeNamed": (name) => `Retirer ${name}`,
  "devices.revokeTitle": (name) => `Retirer ${name} ?`,
  "devices.revokeText":
    "Dès maintenant, elle ne peut plus envoyer de séances ni recevoir de plans. Ce qu’elle a envoyé reste. Tu peux l’associer à nouveau.",
  "devices.revoked": (name) => `${name} a été retirée.`,
  "devices.keep": "La garder",
  "devices.simulate": "Pas de montre sous la main ?",
  "devices.simulateText":
    "La montre simulée fait tourner la même application dans ce navigateur. Associe-la comme une vraie.",
  "devices.simulateGo": "Ouvrir la montre simulée",
};
