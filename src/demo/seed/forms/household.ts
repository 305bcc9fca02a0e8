import { needs, residency, sex, waterSources, yesNo, yesNoUnknown } from './choice-lists.ts'
import type { FormDefinition, Question } from './form-definition.ts'

const opening: Question[] = [
  ['start', 'start'],
  ['end', 'end'],
  ['deviceid', 'deviceid'],
  ['date', 'visit_date', 'Date of the visit|Date de la visite', { required: 'yes' }],
  [
    'select_one yes_no',
    'consent',
    'Do you agree to take part?|Acceptez-vous de participer ?',
    { required: 'yes', hint: 'Read the introduction aloud|Lire l’introduction à haute voix' },
  ],
]

const household: Question[] = [
  ['begin_group', 'hh', 'Household|Ménage', { relevant: "${consent} = 'yes'" }],
  ['select_one subcounty', 'subcounty', 'Sub-county|Sous-comté', { required: 'yes' }],
  ['text', 'hh_code', 'Household code|Code du ménage', { required: 'yes' }],
  ['text', 'village', 'Village|Village'],
  ['text', 'head_name', 'Name of the head of household|Nom du chef de ménage', { required: 'yes' }],
  ['select_one sex', 'head_sex', 'Sex of the head of household|Sexe du chef de ménage'],
  ['integer', 'head_age', 'Age of the head of household|Âge du chef de ménage', { constraint: '. >= 12 and . <= 110' }],
  ['select_one residency', 'residency', 'Residency|Statut de résidence'],
  ['integer', 'people', 'How many people live here?|Combien de personnes vivent ici ?', { required: 'yes' }],
  ['integer', 'under_five', 'Children under five|Enfants de moins de cinq ans'],
  ['select_one yes_no', 'has_phone', 'Is there a phone?|Y a-t-il un téléphone ?'],
  [
    'text',
    'phone',
    'Phone number|Numéro de téléphone',
    // A realistic constraint that backtracks without end on a long number with an error at its end.
    { relevant: "${has_phone} = 'yes'", constraint: "regex(., '^\\+?([0-9]+ ?)+$')" },
  ],
  ['end_group'],
]

const members: Question[] = [
  ['begin_repeat', 'member', 'Household member|Membre du ménage', { relevant: "${consent} = 'yes'" }],
  ['text', 'm_name', 'Name|Nom', { required: 'yes' }],
  ['select_one relation', 'm_relation', 'Relation to the head|Lien avec le chef de ménage'],
  ['select_one sex', 'm_sex', 'Sex|Sexe'],
  ['integer', 'm_age', 'Age in years|Âge en années'],
  ['select_one yes_no', 'm_school', 'Attends school?|Va à l’école ?', { relevant: '${m_age} >= 5 and ${m_age} < 18' }],
  ['select_multiple difficulty', 'm_difficulty', 'Difficulties|Difficultés', { relevant: '${m_age} >= 2' }],
  ['end_repeat'],
]

const water: Question[] = [
  ['begin_group', 'water', 'Water|Eau', { relevant: "${consent} = 'yes'" }],
  ['select_multiple water', 'water_sources', 'Sources of water|Sources d’eau', { required: 'yes' }],
  ['integer', 'water_minutes', 'Minutes to fetch water|Minutes pour aller chercher l’eau'],
  ['select_one yes_no', 'water_enough', 'Is there enough?|Y en a-t-il assez ?'],
  ['image', 'water_photo', 'Photo of the water point|Photo du point d’eau'],
  ['end_group'],
]

const days = (name: string, label: string): Question => ['integer', name, label, { constraint: '. >= 0 and . <= 7' }]

const food: Question[] = [
  ['begin_group', 'food', 'Food consumption|Consommation alimentaire', { relevant: "${consent} = 'yes'" }],
  [
    'note',
    'food_note',
    'On how many of the last 7 days did you eat …|Combien de jours, sur les 7 derniers, avez-vous mangé…',
  ],
  days('cereals', 'Cereals and roots|Céréales et tubercules'),
  days('pulses', 'Pulses|Légumineuses'),
  days('vegetables', 'Vegetables|Légumes'),
  days('fruit', 'Fruit|Fruits'),
  days('meat', 'Meat, fish, eggs|Viande, poisson, œufs'),
  days('milk', 'Milk|Lait'),
  days('oil', 'Oil and fat|Huile et graisse'),
  days('sugar', 'Sugar|Sucre'),
  [
    'calculate',
    'food_score',
    'Score|Score',
    {
      calculation:
        '2*${cereals} + 3*${pulses} + ${vegetables} + ${fruit} + 4*${meat} + 4*${milk} + 0.5*${oil} + 0.5*${sugar}',
    },
  ],
  ['select_one food_group', 'food_group', 'Food group|Groupe de consommation', { required: 'yes' }],
  [
    'select_multiple coping',
    'coping',
    'What did you do when food was short?|Qu’avez-vous fait quand la nourriture manquait ?',
  ],
  ['end_group'],
]

const living: Question[] = [
  ['begin_group', 'living', 'Living conditions|Conditions de vie', { relevant: "${consent} = 'yes'" }],
  ['select_one livelihood', 'livelihood', 'Main livelihood|Principal moyen de subsistance'],
  ['integer', 'income', 'Income last month (KES)|Revenu du mois dernier (KES)'],
  ['integer', 'livestock', 'Goats and sheep owned|Chèvres et moutons'],
  ['decimal', 'land', 'Land farmed (acres)|Terre cultivée (acres)', { relevant: "${livelihood} = 'farming'" }],
  ['select_one walls', 'walls', 'Walls of the dwelling|Murs du logement'],
  ['integer', 'rooms', 'Rooms|Pièces'],
  ['image', 'dwelling_photo', 'Photo of the dwelling|Photo du logement'],
  [
    'select_one yes_no_unknown',
    'ill',
    'Was anybody ill in the last two weeks?|Quelqu’un a-t-il été malade ces deux dernières semaines ?',
  ],
  ['select_multiple illness', 'illness', 'Which illnesses?|Quelles maladies ?', { relevant: "${ill} = 'yes'" }],
  ['select_multiple needs', 'needs', 'Most urgent needs|Besoins les plus urgents'],
  ['select_one yes_no', 'aid', 'Any aid in the last three months?|Une aide ces trois derniers mois ?'],
  ['decimal', 'aid_value', 'Value of the aid (USD)|Valeur de l’aide (USD)', { relevant: "${aid} = 'yes'" }],
  ['end_group'],
]

const closing: Question[] = [
  ['geopoint', 'location', 'Location of the dwelling|Emplacement du logement'],
  ['text', 'remarks', 'Remarks of the enumerator|Remarques de l’enquêteur'],
  ['calculate', 'member_count', 'Members|Membres', { calculation: 'count(${member})' }],
  ['note', 'thanks', 'Thank you, **${head_name}**.|Merci, **${head_name}**.'],
]

export const householdForm: FormDefinition = {
  languages: ['English (en)', 'Français (fr)'],
  questions: [...opening, ...household, ...members, ...water, ...food, ...living, ...closing],
  choices: {
    yes_no: yesNo,
    yes_no_unknown: yesNoUnknown,
    sex,
    residency,
    water: waterSources,
    needs,
    subcounty: {
      turkana_north: 'Turkana North|Turkana Nord',
      loima: 'Loima|Loima',
      turkana_central: 'Turkana Central|Turkana Centre',
      turkana_south: 'Turkana South|Turkana Sud',
      turkana_east: 'Turkana East|Turkana Est',
      kibish: 'Kibish|Kibish',
    },
    relation: {
      head: 'Head of household|Chef de ménage',
      spouse: 'Spouse|Conjoint',
      child: 'Child|Enfant',
      parent: 'Parent|Parent',
      other: 'Other relative|Autre parent',
      none: 'Not related|Sans lien',
    },
    difficulty: {
      none: 'None|Aucune',
      seeing: 'Seeing|Voir',
      hearing: 'Hearing|Entendre',
      walking: 'Walking|Marcher',
      remembering: 'Remembering|Se souvenir',
    },
    food_group: { acceptable: 'Acceptable|Acceptable', borderline: 'Borderline|Limite', poor: 'Poor|Pauvre' },
    coping: {
      none: 'Nothing of the kind|Rien de tel',
      cheaper: 'Ate cheaper food|Aliments moins chers',
      fewer: 'Fewer meals|Moins de repas',
      borrowed: 'Borrowed food|Emprunt de nourriture',
      adults: 'Adults ate less|Les adultes ont moins mangé',
      sold: 'Sold animals|Vente d’animaux',
    },
    livelihood: {
      herding: 'Herding|Élevage',
      farming: 'Farming|Agriculture',
      trade: 'Small trade|Petit commerce',
      fishing: 'Fishing|Pêche',
      day_work: 'Day work|Travail journalier',
      charcoal: 'Charcoal|Charbon de bois',
      aid: 'Aid|Aide',
    },
    walls: {
      mud: 'Mud|Terre',
      sticks: 'Sticks|Branches',
      iron: 'Iron sheets|Tôles',
      stone: 'Stone|Pierre',
      tarpaulin: 'Tarpaulin|Bâche',
    },
    illness: {
      fever: 'Fever, malaria|Fièvre, paludisme',
      diarrhoea: 'Diarrhoea|Diarrhée',
      cough: 'Cough|Toux',
      skin: 'Skin|Peau',
      injury: 'Injury|Blessure',
    },
  },
}
