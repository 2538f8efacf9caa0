import type { EXERCISES as EN } from "../en/exercises.ts";
import type { Like } from "../message.ts";

export const EXERCISES: Like<typeof EN> = {
  "moves.title": "Bodenübungen",
  "moves.sub":
    "Langsam und ohne die Luft anzuhalten. Lass weg, was mit 4 oder mehr schmerzt, und alles nach einer Einheit, die zu viel war.",
  "moves.knee-to-chest.how":
    "Auf dem Rücken ein Knie heranziehen und halten. Nicht in der ersten Stunde nach dem Aufwachen und nicht bei Osteoporose.",
  "moves.cat-cow.how":
    "Auf Händen und Knien den Rücken etwas runden, dann etwas sinken lassen. Kleine Bewegung, oder im Stehen.",
  "moves.hip-flexor.how": "Ein Knie am Boden, das Becken sanft nach vorn. Nicht ins Hohlkreuz gehen. Auch im Stehen.",
  "moves.plank.how":
    "Auf Unterarmen und Zehen, eine lange Linie, weiteratmen. Mit Knien am Boden oder an der Wand wird es leichter.",
  "moves.bird-dog.how":
    "Auf Händen und Knien einen Arm und das andere Bein wegstrecken, dann zurück. Nur Bein oder nur Arm ist leichter.",
  "moves.child-pose.how": "Zu den Fersen zurücksetzen, Arme nach vorn, und ausruhen. Oder im Sitzen nach vorn lehnen.",
  "moves.cobra.how":
    "Auf dem Bauch die Brust auf den Unterarmen heben und wieder ablegen. Wenn Strecken schmerzt, nimm die Stellung des Kindes.",
};
