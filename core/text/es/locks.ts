import type { Catalogue } from "../catalogue.ts";

const callText = (number: string | null) =>
  number === null || number === "" ? "a tu número de emergencias" : `al ${number}`;

export const LOCKS_ES: Catalogue["locks"] = {
  E: (number) =>
    `Por favor, busca atención de urgencia ahora: llama ${callText(number)} o pide que te lleven. Lo que nos has contado puede ser señal de algo que los médicos tienen que ver enseguida. No hagas ejercicio. Tu plan espera hasta que nos digas que te han valorado.`,
  U: (number) =>
    `Por favor, ve pronto al médico, y hoy mismo si te encuentras mal; si empeora, llama ${callText(number)}. Lo que nos has contado debería verlo un médico antes de cualquier ejercicio. Tu plan espera hasta que nos digas que te han valorado.`,
  C: () =>
    "Por favor, habla con un profesional sanitario antes de correr. Caminar con suavidad está bien si te resulta cómodo. Podrás volver a correr cuando nos digas que te han valorado y que puedes.",
  pain: () =>
    "Tu cuerpo ha pedido un descanso más de una vez. Por favor, habla con un profesional sanitario. Los paseos suaves están bien mientras el dolor sea 5 o menos. Tras tres mañanas tranquilas, dinos que ya puedes seguir y empezamos de nuevo con suavidad.",
  minor: () =>
    "Backstride está hecho y probado para personas adultas. Por favor, pide a un médico o fisioterapeuta un programa adecuado para ti.",
};
