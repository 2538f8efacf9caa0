import type { Catalogue } from "../catalogue.ts";

const callText = (number: string | null) =>
  number === null || number === "" ? "votre numéro d’urgence" : `le ${number}`;

export const LOCKS_FR: Catalogue["locks"] = {
  E: (number) =>
    `Obtenez des soins d’urgence maintenant : appelez ${callText(number)} ou faites-vous conduire. Ce que vous nous avez dit peut être le signe de quelque chose que des médecins doivent voir tout de suite. Ne faites pas d’exercice. Votre programme attend que vous nous disiez qu’on vous a examiné.`,
  U: (number) =>
    `Voyez bientôt un médecin, et dès aujourd’hui si vous vous sentez mal ; si cela s’aggrave, appelez ${callText(number)}. Ce que vous nous avez dit doit être vu avant tout exercice. Votre programme attend que vous nous disiez qu’on vous a examiné.`,
  C: () =>
    "Parlez à un professionnel de santé avant de courir. La marche douce convient si elle est confortable. La course revient quand vous nous dites qu’on vous a examiné et que c’est possible.",
  pain: () =>
    "Votre corps a demandé une pause plus d’une fois. Parlez-en à un professionnel de santé. Les marches douces conviennent tant que la douleur est de 5 ou moins. Après trois matins calmes, dites-nous que vous êtes prêt, et nous reprenons en douceur.",
  minor: () =>
    "Backstride est fait et testé pour des adultes. Demandez à un médecin ou à un kinésithérapeute un programme qui vous convient.",
};
