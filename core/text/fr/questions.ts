import type { Catalogue } from "../catalogue.ts";

/** S1–S16 (plan-rules §7) in plain French, one yes or no each. */
export const QUESTIONS_FR: Catalogue["questions"] = {
  s1: "As-tu remarqué récemment un engourdissement ou des fourmillements entre les jambes : organes génitaux, anus, fesses ou intérieur des cuisses ?",
  s2: "As-tu depuis peu du mal à uriner ou à te retenir, as-tu perdu le contrôle des selles, ou les sensations lors des rapports sexuels ont-elles changé ?",
  s3: "Tes deux jambes sont-elles depuis peu faibles, engourdies ou douloureuses, ou le sont-elles plus qu’avant, un pied traîne-t-il, ou une faiblesse s’étend-elle rapidement ?",
  s4: "As-tu eu une douleur ou une pression dans la poitrine, un évanouissement ou un essoufflement inhabituel, au repos ou en mouvement ?",
  s4urgent: "Est-ce le cas en ce moment ?",
  s5: "Cette douleur a-t-elle commencé par une chute grave, un accident ou un choc violent ?",
  s5urgent: "Était-ce récemment, et la douleur est-elle forte ?",
  s6: "En plus du mal de dos, as-tu de la fièvre, te sens-tu très malade, as-tu eu récemment une infection grave ou pris des drogues par injection, ou tes défenses immunitaires sont-elles faibles ?",
  s7: "As-tu perdu du poids sans raison, la douleur reste-t-elle toute la nuit sans jamais s’apaiser, ou est-ce un nouveau mal de dos après un cancer ?",
  s8: "As-tu de l’ostéoporose, as-tu pris longtemps de la cortisone, ou as-tu 65 ans ou plus et une douleur nouvelle et soudaine après un petit effort ?",
  s9: "As-tu sous un genou une douleur ou des fourmillements plus forts que ton mal de dos, ou nouveaux ?",
  s9urgent: "Y a-t-il aussi une faiblesse dans cette jambe ou ce pied ?",
  s10: "Ton dos est-il raide plus d’une demi-heure chaque matin et mieux avec le mouvement, te réveille-t-il en seconde partie de nuit, et cela a-t-il commencé avant tes 45 ans ?",
  s11: "As-tu une maladie du cœur, des poumons ou des reins, un diabète avec complications, une tension mal contrôlée, ou des pertes de connaissance ?",
  s12: "As-tu eu une opération du dos ou une fracture de la colonne, ou un médecin t’a-t-il dit de ne pas courir ?",
  s13: "Es-tu enceinte, ou as-tu accouché dans les 12 derniers mois ?",
  s14: "As-tu eu une blessure à une jambe, à un pied ou à la hanche ces 6 dernières semaines, ou un os te fait-il mal, au tibia ou au pied, quand tu sautilles ?",
  s15: "Ton mal de dos habituel est-il de 6 ou plus sur 10, ou une forte douleur nouvelle a-t-elle commencé cette semaine ?",
  s16: "As-tu moins de 18 ans, ou 70 ans ou plus sans avoir l’habitude de l’exercice ?",
  s16urgent: "As-tu moins de 18 ans ?",
};
