import type { SAFETY as EN } from "../en/safety.ts";
import type { Like } from "../message.ts";

export const SAFETY: Like<typeof EN> = {
  "safety.sub": "Quand s’arrêter, ce que l’on sait, et ce que ceci n’est pas.",
  "safety.stop": "Arrête-toi tout de suite et demande de l’aide",
  "safety.stopText": "Appuie sur stop sur la montre et appelle ton numéro d’urgence si l’un de ces signes apparaît :",
  "safety.stop1": "Douleur dans la poitrine, malaise ou fort essoufflement",
  "safety.stop2": "Faiblesse ou engourdissement nouveaux dans une jambe ou dans les deux",
  "safety.stop3": "Engourdissement autour des organes génitaux, de l’anus ou à l’intérieur des cuisses",
  "safety.stop4": "Difficulté nouvelle à uriner, ou perte de contrôle de la vessie ou des selles",
  "safety.walk": "Cesse de courir et rentre en marchant",
  "safety.walk1": "Douleur du dos ou de la jambe de 6 ou plus",
  "safety.walk2": "Douleur vive, ou douleur qui fait boiter",
  "safety.walk3": "Douleur qui monte de 3 ou plus pendant la séance",
  "safety.scale": "Lire la douleur",
  "safety.scaleText":
    "Le plan utilise un modèle de suivi de la douleur (Silbernagel 2007) : de 0 à 2, tout va bien ; de 3 à 5, cela peut être acceptable ; au-dessus de 5, c’est trop. Elle devrait se calmer d’ici le lendemain matin et ne pas monter de semaine en semaine.",
  "safety.known": "Ce que l’on sait",
  "safety.k1":
    "ASTEROID (Neason 2024) : 40 adultes ayant un mal de dos persistant ont fait des séances de course et de marche trois fois par semaine pendant 12 semaines, suivis à distance. La douleur moyenne était d’environ 15 points sur 100 plus basse que dans une liste d’attente. C’était une petite étude. Sept des neuf blessures légères touchaient le genou ou la cheville ; nous demandons donc aussi des nouvelles des jambes.",
  "safety.k2":
    "WalkBack (Pocovi 2024) : 701 adultes récemment rétablis. Une marche progressive avec des explications a réduit le risque d’un nouvel épisode qui limite les activités (rapport de risque 0,72). La marche est une destination en soi.",
  "safety.k3":
    "Pocovi 2022, 19 études : la marche ou la course, comparée à un accompagnement minimal, a fait une petite différence sur la douleur.",
  "safety.k4":
    "Schuster Brandt Frandsen 2025 : une seule course plus longue de plus de 10 % que la plus longue des 30 derniers jours allait de pair avec davantage de blessures. Le plan reste en dessous.",
  "safety.k5":
    "Snook 1998 : se pencher moins tôt dans la journée allait de pair avec moins de douleur. Cela ne dit rien contre la marche.",
  "safety.k6":
    "Wulf 2013 : les consignes tournées vers l’extérieur marchent mieux que de penser à ses muscles. Les nôtres sont formulées ainsi.",
  "safety.unknown": "Ce que nous n’avons pas pu étayer",
  "safety.u1":
    "L’article à l’origine de ce projet donne un grand chiffre pour le soulagement de la douleur et cite une revue. Nous n’avons trouvé aucune étude de ce genre ; nous ne le répétons donc pas.",
  "safety.u2":
    "Personne n’a testé cette application dans une étude. Plusieurs limites du plan relèvent d’un avis d’expert, et le code dit lesquelles.",
  "safety.u3":
    "Aucune étude n’appuie l’idée de contracter le tronc tout le temps en courant. Notre signal de gainage est une simple vérification, rien de plus.",
  "safety.u4":
    "Ajouter au plus un dixième par semaine n’a pas réduit les blessures lors de l’essai (Buist 2008). Le plan n’utilise pas cette règle.",
  "safety.isNot": "Ce que ceci n’est pas",
  "safety.isNotText":
    "Backstride est un programme d’exercice. Ce n’est pas un dispositif médical, il ne pose aucun diagnostic et ne remplace ni médecin ni kinésithérapeute. Si quelque chose t’inquiète, demande d’abord à l’un d’eux.",
  "safety.dataText":
    "Ce que tu saisis reste dans cette installation, sur un ordinateur ou dans un compte cloud. Pas de pistage, rien n’est envoyé à d’autres.",
};
