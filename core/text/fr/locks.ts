import type { Catalogue } from "../catalogue.ts";

const callText = (number: string | null) =>
  number === null || number === "" ? "ton numéro d’urgence" : `le ${number}`;

export const LOCKS_FR: Catalogue["locks"] = {
  E: (number) =>
    `Demande des soins d’urgence maintenant : appelle ${callText(number)} ou fais-toi conduire aux urgences. Ce que tu nous as dit peut être le signe de quelque chose que des médecins doivent voir tout de suite. Ne fais pas d’exercice. Ton plan attend que tu nous dises qu’un examen médical a eu lieu.`,
  U: (number) =>
    `Va bientôt voir un médecin, et dès aujourd’hui si tu te sens mal ; si cela s’aggrave, appelle ${callText(number)}. Ce que tu nous as dit doit être vu par un médecin avant tout exercice. Ton plan attend que tu nous dises qu’un examen médical a eu lieu.`,
  C: () =>
    "Parle à un professionnel de santé avant de courir. La marche douce convient si elle est confortable. La course revient quand tu nous dis qu’un examen a eu lieu et que courir est possible.",
  pain: () =>
    "Ton corps a demandé une pause plus d’une fois. Parles-en à un professionnel de santé. Les marches douces conviennent tant que la douleur est de 5 ou moins. Après trois matins calmes, dis-nous que tu te sens de reprendre, et nous repartons en douceur.",
  minor: () =>
    "Backstride est fait et testé pour les adultes. Demande à un médecin ou à un kinésithérapeute un programme qui te convient.",
};
