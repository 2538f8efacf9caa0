import type { Catalogue } from "../catalogue.ts";

/** S1–S16 (plan-rules §7) in plain French, one yes or no each. */
export const QUESTIONS_FR: Catalogue["questions"] = {
  s1: "Avez-vous remarqué récemment un engourdissement ou des fourmillements entre les jambes : organes génitaux, anus, fesses ou intérieur des cuisses ?",
  s2: "Avez-vous depuis peu du mal à uriner ou à vous retenir, avez-vous perdu le contrôle des selles, ou les sensations lors des rapports ont-elles changé ?",
  s3: "Les deux jambes sont-elles depuis peu faibles, engourdies ou douloureuses, ou plus qu’avant, un pied traîne-t-il, ou une faiblesse s’étend-elle rapidement ?",
  s4: "Avez-vous eu une douleur ou une pression dans la poitrine, un évanouissement ou un essoufflement inhabituel, au repos ou en mouvement ?",
  s4urgent: "Est-ce le cas en ce moment ?",
  s5: "Cette douleur a-t-elle commencé par une chute grave, un accident ou un choc violent ?",
  s5urgent: "Était-ce récemment, et la douleur est-elle forte ?",
  s6: "En plus du mal de dos, avez-vous de la fièvre, vous sentez-vous très malade, avez-vous eu récemment une infection grave ou injecté des drogues, ou vos défenses immunitaires sont-elles faibles ?",
  s7: "Avez-vous perdu du poids sans raison, la douleur reste-t-elle toute la nuit sans jamais s’apaiser, ou est-ce un nouveau mal de dos après un cancer ?",
  s8: "Avez-vous de l’ostéoporose, avez-vous pris longtemps de la cortisone, ou avez-vous 65 ans ou plus et une douleur nouvelle et soudaine après un petit effort ?",
  s9: "Avez-vous sous un genou une douleur ou des fourmillements plus forts que votre mal de dos, ou nouveaux ?",
  s9urgent: "Cette jambe ou ce pied vous semble-t-il aussi faible ?",
  s10: "Votre dos est-il raide plus d’une demi-heure chaque matin et mieux avec le mouvement, vous réveille-t-il en seconde partie de nuit, et cela a-t-il commencé avant vos 45 ans ?",
  s11: "Avez-vous une maladie du cœur, des poumons ou des reins, un diabète avec complications, une tension mal contrôlée, ou des pertes de connaissance ?",
  s12: "Avez-vous été opéré du dos, eu une fracture de la colonne, ou un médecin vous a-t-il dit de ne pas courir ?",
  s13: "Êtes-vous enceinte, ou avez-vous accouché dans les 12 derniers mois ?",
  s14: "Vous êtes-vous blessé à une jambe, à un pied ou à la hanche dans les 6 dernières semaines, ou un os du tibia ou du pied fait-il mal quand vous sautillez ?",
  s15: "Votre mal de dos habituel est-il de 6 ou plus sur 10, ou une forte douleur nouvelle a-t-elle commencé cette semaine ?",
  s16: "Avez-vous moins de 18 ans, ou 70 ans ou plus sans avoir l’habitude de l’exercice ?",
  s16urgent: "Avez-vous moins de 18 ans ?",
};
