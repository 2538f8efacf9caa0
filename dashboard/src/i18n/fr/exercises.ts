import type { EXERCISES as EN } from "../en/exercises.ts";
import type { Like } from "../message.ts";

export const EXERCISES: Like<typeof EN> = {
  "moves.title": "Exercices au sol",
  "moves.sub":
    "Lentement, sans bloquer la respiration. Laisse de côté ce qui fait mal à 4 ou plus, et tout après une séance qui en demandait trop.",
  "moves.knee-to-chest.how":
    "Sur le dos, ramène un genou et tiens. Pas dans l’heure du réveil, ni en cas d’ostéoporose.",
  "moves.cat-cow.how":
    "À quatre pattes, arrondis un peu le dos, puis laisse-le descendre un peu. Petite amplitude, ou debout.",
  "moves.hip-flexor.how":
    "Un genou au sol, avance doucement le bassin. Ne cambre pas le dos. Debout, cela marche aussi.",
  "moves.plank.how":
    "Sur avant-bras et orteils, une longue ligne, et respire. Genoux au sol ou contre un mur, c’est plus facile.",
  "moves.bird-dog.how":
    "À quatre pattes, tends un bras et la jambe opposée, puis reviens. Jambe seule ou bras seul, c’est plus facile.",
  "moves.child-pose.how":
    "Assieds-toi vers les talons, bras devant, et repose-toi. Ou penche-toi assis sur une chaise.",
  "moves.cobra.how":
    "Sur le ventre, relève la poitrine sur les avant-bras, puis redescends. Si l’extension fait mal, prends la posture de l’enfant.",
};
