import type { EXERCISES as EN } from "../en/exercises.ts";
import type { Like } from "../message.ts";

export const EXERCISES: Like<typeof EN> = {
  "moves.title": "Ejercicios de suelo",
  "moves.sub": "Despacio y sin aguantar la respiración. Omite lo que duela 4 o más, y todo tras una sesión excesiva.",
  "moves.knee-to-chest.how":
    "Boca arriba, acerca una rodilla y mantén. No en la primera hora tras despertar ni con osteoporosis.",
  "moves.cat-cow.how":
    "A cuatro apoyos, redondea un poco la espalda y luego déjala bajar un poco. Recorrido pequeño, o de pie.",
  "moves.hip-flexor.how":
    "Una rodilla en el suelo, lleva la cadera suavemente adelante. No arquees la espalda. También de pie.",
  "moves.plank.how":
    "Sobre antebrazos y puntas, una línea larga, y respira. Con rodillas en el suelo o en la pared es más fácil.",
  "moves.bird-dog.how":
    "A cuatro apoyos, estira un brazo y la pierna contraria, y vuelve. Solo la pierna o solo el brazo es más fácil.",
  "moves.child-pose.how":
    "Siéntate hacia los talones con los brazos delante y descansa. O inclínate hacia delante en una silla.",
  "moves.cobra.how":
    "Boca abajo, eleva el pecho sobre los antebrazos y baja. Si extender duele, elige la postura del niño.",
};
