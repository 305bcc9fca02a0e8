import { needs, residency, sex, waterSources, yesNo, yesNoUnknown } from './choice-lists.ts'
import type { FormDefinition, Question } from './form-definition.ts'

const opening: Question[] = [
  ['start', 'start'],
  ['end', 'end'],
  ['date', 'visit_date', 'Date|Date', { required: 'yes' }],
  ['text', 'site', 'Site|Site', { required: 'yes' }],
]
const closing: Question[] = [
  ['geopoint', 'location', 'Location|Emplacement'],
  ['text', 'remarks', 'Remarks|Remarques'],
]

const sectorForm = (questions: Question[], choices: FormDefinition['choices'] = {}): FormDefinition => ({
  languages: ['English (en)', 'Français (fr)'],
  questions: [...opening, ...questions, ...closing],
  choices: { yes_no: yesNo, yes_no_unknown: yesNoUnknown, sex, ...choices },
})

export const washForm = sectorForm(
  [
    ['begin_group', 'point', 'Water point|Point d’eau'],
    ['select_one water', 'source', 'Kind of source|Type de source', { required: 'yes' }],
    ['select_one state', 'working', 'State|État', { required: 'yes' }],
    [
      'select_one fault',
      'fault',
      'What is broken?|Qu’est-ce qui est en panne ?',
      { relevant: "${working} != 'works'" },
    ],
    ['integer', 'users', 'Households that use it|Ménages utilisateurs'],
    ['decimal', 'flow', 'Flow (litres per minute)|Débit (litres par minute)'],
    ['decimal', 'chlorine', 'Free chlorine (mg/l)|Chlore résiduel (mg/l)'],
    ['image', 'photo', 'Photo|Photo'],
    ['end_group'],
    ['select_one yes_no', 'committee', 'Is there a committee?|Y a-t-il un comité ?'],
  ],
  {
    water: waterSources,
    state: { works: 'Works|Fonctionne', partly: 'Works in part|Fonctionne en partie', broken: 'Broken|En panne' },
    fault: { pump: 'Pump|Pompe', pipe: 'Pipe|Tuyau', power: 'Power|Énergie', tank: 'Tank|Réservoir', dry: 'Dry|À sec' },
  },
)

export const marketForm = sectorForm(
  [
    ['select_one commodity', 'commodity', 'Commodity|Produit', { required: 'yes' }],
    ['select_one unit', 'unit', 'Unit|Unité'],
    ['decimal', 'price', 'Price per unit|Prix par unité', { required: 'yes' }],
    ['decimal', 'price_last_week', 'Price last week|Prix de la semaine passée'],
    ['calculate', 'change', 'Change|Évolution', { calculation: '${price} - ${price_last_week}' }],
    ['select_one supply', 'supply', 'Supply|Disponibilité'],
    ['integer', 'traders', 'Traders open today|Commerçants ouverts aujourd’hui'],
    ['image', 'photo', 'Photo of the stall|Photo de l’étal'],
  ],
  {
    commodity: {
      maize: 'Maize|Maïs',
      beans: 'Beans|Haricots',
      rice: 'Rice|Riz',
      sugar: 'Sugar|Sucre',
      oil: 'Cooking oil|Huile',
      goat: 'Goat|Chèvre',
      diesel: 'Diesel|Gazole',
    },
    unit: { kg: 'Kilogram|Kilogramme', litre: 'Litre|Litre', head: 'Head|Tête' },
    supply: { plenty: 'Plenty|Abondante', enough: 'Enough|Suffisante', scarce: 'Scarce|Rare', none: 'None|Aucune' },
  },
)

export const nutritionForm = sectorForm([
  ['integer', 'cluster', 'Cluster|Grappe', { required: 'yes' }],
  ['begin_repeat', 'child', 'Child|Enfant'],
  ['text', 'c_name', 'Name|Nom'],
  ['select_one sex', 'c_sex', 'Sex|Sexe'],
  ['integer', 'c_months', 'Age in months|Âge en mois', { constraint: '. >= 6 and . < 60' }],
  ['decimal', 'c_weight', 'Weight (kg)|Poids (kg)'],
  ['decimal', 'c_height', 'Height (cm)|Taille (cm)'],
  ['integer', 'c_muac', 'MUAC (mm)|PB (mm)'],
  ['select_one yes_no', 'c_oedema', 'Oedema|Œdèmes'],
  ['select_one yes_no_unknown', 'c_measles', 'Measles vaccination|Vaccin rougeole'],
  ['end_repeat'],
])

export const healthForm = sectorForm(
  [
    ['text', 'patient', 'Patient code|Code du patient', { required: 'yes' }],
    ['select_one sex', 'patient_sex', 'Sex|Sexe'],
    ['integer', 'patient_age', 'Age|Âge'],
    ['date', 'onset', 'First symptoms|Premiers symptômes'],
    ['select_multiple symptoms', 'symptoms', 'Symptoms|Symptômes'],
    ['select_one dehydration', 'dehydration', 'Dehydration|Déshydratation'],
    ['select_one yes_no_unknown', 'vaccinated', 'Vaccinated|Vacciné'],
    ['select_one outcome', 'outcome', 'Outcome|Issue'],
  ],
  {
    symptoms: {
      diarrhoea: 'Diarrhoea|Diarrhée',
      vomiting: 'Vomiting|Vomissements',
      fever: 'Fever|Fièvre',
      cramps: 'Cramps|Crampes',
    },
    dehydration: { none: 'None|Aucune', some: 'Some|Modérée', severe: 'Severe|Sévère' },
    outcome: {
      recovered: 'Recovered|Guéri',
      referred: 'Referred|Référé',
      treated: 'Under treatment|En traitement',
      died: 'Died|Décédé',
    },
  },
)

export const protectionForm = sectorForm(
  [
    ['select_one residency', 'residency', 'Residency|Statut'],
    ['integer', 'people', 'People|Personnes'],
    ['select_multiple risk', 'risks', 'Risks named|Risques cités'],
    ['select_one yes_no', 'papers', 'Has papers?|A des papiers ?'],
    ['select_one yes_no', 'referral', 'Referred?|Orienté ?'],
    ['select_one service', 'service', 'To which service?|Vers quel service ?', { relevant: "${referral} = 'yes'" }],
    ['select_multiple needs', 'needs', 'Needs|Besoins'],
  ],
  {
    residency,
    needs,
    risk: {
      movement: 'Movement|Déplacements',
      violence: 'Violence|Violence',
      eviction: 'Eviction|Expulsion',
      child: 'Child labour|Travail des enfants',
      none: 'None|Aucun',
    },
    service: { legal: 'Legal aid|Aide juridique', health: 'Health|Santé', cash: 'Cash|Argent', school: 'School|École' },
  },
)

export const educationForm = sectorForm([
  ['text', 'school', 'School|École', { required: 'yes' }],
  ['integer', 'girls', 'Girls present|Filles présentes'],
  ['integer', 'boys', 'Boys present|Garçons présents'],
  ['calculate', 'pupils', 'Pupils|Élèves', { calculation: '${girls} + ${boys}' }],
  ['integer', 'teachers', 'Teachers present|Enseignants présents'],
  ['select_one yes_no', 'meal', 'Meal served?|Repas servi ?'],
  ['decimal', 'rice', 'Cereals used (kg)|Céréales utilisées (kg)', { relevant: "${meal} = 'yes'" }],
  ['image', 'photo', 'Photo|Photo'],
])

export const shelterForm = sectorForm(
  [
    ['integer', 'people', 'People|Personnes'],
    ['select_one damage', 'damage', 'Damage|Dégâts', { required: 'yes' }],
    ['select_multiple parts', 'parts', 'Damaged parts|Parties endommagées', { relevant: "${damage} != 'none'" }],
    ['decimal', 'area', 'Floor area (m²)|Surface (m²)'],
    ['select_one yes_no', 'habitable', 'Habitable?|Habitable ?'],
    ['image', 'photo', 'Photo|Photo'],
  ],
  {
    damage: { none: 'None|Aucun', light: 'Light|Légers', heavy: 'Heavy|Lourds', destroyed: 'Destroyed|Détruit' },
    parts: { roof: 'Roof|Toit', walls: 'Walls|Murs', floor: 'Floor|Sol', door: 'Door|Porte' },
  },
)

export const cashForm = sectorForm(
  [
    ['text', 'card', 'Card number|Numéro de carte', { required: 'yes' }],
    ['select_one sex', 'recipient_sex', 'Sex|Sexe'],
    ['decimal', 'amount', 'Amount received (USD)|Montant reçu (USD)'],
    ['select_one yes_no', 'full', 'Was it all?|Montant complet ?'],
    ['select_multiple needs', 'spent_on', 'Spent on|Dépensé pour'],
    ['integer', 'minutes', 'Minutes to the agent|Minutes jusqu’à l’agent'],
    ['select_one rating', 'satisfied', 'Satisfied?|Satisfait ?'],
  ],
  { needs, rating: { yes: 'Yes|Oui', partly: 'In part|En partie', no: 'No|Non' } },
)

export const cropForm = sectorForm(
  [
    ['select_one crop', 'crop', 'Crop|Culture', { required: 'yes' }],
    ['decimal', 'area', 'Area (ha)|Surface (ha)'],
    ['decimal', 'harvest', 'Harvest (kg)|Récolte (kg)'],
    ['select_multiple pest', 'pests', 'Pests|Ravageurs'],
    ['select_one yes_no', 'seeds', 'Seeds kept?|Semences gardées ?'],
    ['image', 'photo', 'Photo of the plot|Photo de la parcelle'],
  ],
  {
    crop: {
      sorghum: 'Sorghum|Sorgho',
      millet: 'Millet|Mil',
      maize: 'Maize|Maïs',
      cassava: 'Cassava|Manioc',
      beans: 'Beans|Haricots',
    },
    pest: {
      locust: 'Locusts|Criquets',
      armyworm: 'Armyworm|Chenille légionnaire',
      birds: 'Birds|Oiseaux',
      none: 'None|Aucun',
    },
  },
)

export const interviewForm = sectorForm(
  [
    ['select_one crop', 'crop', 'Seed bought|Semences achetées', { required: 'yes' }],
    ['audio', 'interview', 'How was the fair?|Comment était la foire ?', { required: 'yes' }],
    ['select_one yes_no', 'again', 'Would come again?|Reviendrait ?'],
  ],
  {
    crop: { maize: 'Maize|Maïs', beans: 'Beans|Haricots', groundnuts: 'Groundnuts|Arachides', sesame: 'Sesame|Sésame' },
  },
)
