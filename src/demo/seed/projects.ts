import type { Filter } from '#/demo/records.ts'
import { DEMO_PROJECTS, DEMO_TEMPLATE, SENTINELS } from '#/demo/sentinels.ts'
import type { FormKey } from './forms/forms.ts'

export type Role = 'viewer' | 'collector' | 'reviewer' | 'editor' | 'manager'

export interface SeedProject {
  uid?: string
  name: string
  owner: string
  /** The current form, and its previous states, newest first. */
  form: FormKey
  previousForms?: FormKey[]
  sector: keyof typeof SECTORS
  country: keyof typeof COUNTRIES
  state: 'draft' | 'deployed' | 'archived'
  submissions: number
  /** Days since the first submission, and since the last. */
  firstDaysAgo: number
  lastDaysAgo: number
  shares: [username: string, role: Role][]
  /** Users who may see only some submissions. */
  partial?: [username: string, filter: Filter][]
  isPublic?: 'form' | 'submissions' | 'submitting'
  /** What was changed after the last deployment. */
  unpublished?: 'name' | 'questions'
  description?: string
  tags?: string
  /** A template of the library, from which projects are made, instead of a project. */
  isTemplate?: boolean
  /** The name at the last deployment, if it was another. */
  deployedAs?: string
  /** Saved settings of exports, as CSV in English with these questions. */
  savedExport?: { name: string; fields: string[] }
  /** Media files of the form: their names, types and texts. */
  media?: [filename: string, mimetype: string, text: string][]
  /** How many of the media files were added after the last deployment: the last ones. */
  unpublishedMedia?: number
}

export const SECTORS = {
  food: 'Humanitarian - Food Security',
  water: 'Humanitarian - Sanitation, Water & Hygiene',
  health: 'Humanitarian - Health',
  nutrition: 'Humanitarian - Nutrition',
  protection: 'Humanitarian - Protection',
  education: 'Humanitarian - Education',
  shelter: 'Humanitarian - Emergency Shelter',
  multi: 'Humanitarian - Multiple Clusters',
  cash: 'Humanitarian - Early Recovery',
  camps: 'Humanitarian - Camp Management & Coordination',
}

// prettier-ignore
export const COUNTRIES = {
  KEN: 'Kenya', SOM: 'Somalia', YEM: 'Yemen', COD: 'Congo, The Democratic Republic of the', ETH: 'Ethiopia',
  SSD: 'South Sudan', SDN: 'Sudan', UGA: 'Uganda', COL: 'Colombia', VEN: 'Venezuela, Bolivarian Republic of',
  MLI: 'Mali', BFA: 'Burkina Faso', NER: 'Niger', TCD: 'Chad', CAF: 'Central African Republic', HTI: 'Haiti',
  SYR: 'Syrian Arab Republic', LBN: 'Lebanon', IRQ: 'Iraq', GTM: 'Guatemala', HND: 'Honduras', BGD: 'Bangladesh',
  MOZ: 'Mozambique', AFG: 'Afghanistan',
}

const TEAMS: [string, Role][] = ['enum_team_02', 'enum_team_04', 'enum_team_07'].map((team) => [team, 'collector'])
const D = 'deployed'

/** The projects used by stories and screenshots. */
// prettier-ignore
const MAIN_PROJECTS: SeedProject[] = [
  {
    ...DEMO_PROJECTS.household, owner: 'demo', form: 'household', previousForms: ['household:2', 'household:1'],
    sector: 'food', country: 'KEN', state: D, submissions: 1060, firstDaysAgo: 60, lastDaysAgo: 0,
    shares: [['amina', 'manager'], ['joseph', 'editor'], ['fatuma', 'reviewer'], ['yusuf', 'viewer'], ...TEAMS],
    partial: [
      ['p.lefevre', { 'hh/subcounty': { $in: ['turkana_north', 'loima'] } }],
      ['enum_team_08', { _submitted_by: 'enum_team_08' }],
    ],
    description: 'Who needs what, by sub-county, before the short rains.', tags: 'baseline,turkana',
    media: [['wards.csv', 'text/csv', 'name,label\nkalokol,Kalokol\nlokichoggio,Lokichoggio\n']],
    savedExport: {
      name: 'Weekly report for the cluster',
      fields: ['visit_date', 'hh/subcounty', 'hh/village', 'hh/people', 'water/water_sources', 'food/food_group', '_id', '_submission_time'],
    },
  },
  {
    ...DEMO_PROJECTS.arabic, owner: 'demo', form: 'arabic-needs', previousForms: ['arabic-needs:1'], sector: 'multi', country: 'YEM', state: D,
    submissions: 300, firstDaysAgo: 41, lastDaysAgo: 2, shares: [['n.alsabri', 'manager'], ['h.qasim', 'reviewer']], tags: 'baseline',
  },
  {
    ...DEMO_PROJECTS.public, owner: 'demo', form: 'wash', sector: 'water', country: 'KEN', state: D,
    submissions: 1240, firstDaysAgo: 88, lastDaysAgo: 0, isPublic: 'submissions',
    shares: [['amina', 'editor'], ['fatuma', 'viewer'], ['d_mutiso', 'viewer'], ['enum_team_01', 'collector']],
    media: [['water-points.csv', 'text/csv', 'name,label\nborehole_1,Borehole 1\n'], ['wards.csv', 'text/csv', 'name,label\nmasalani,Masalani\n']],
    unpublishedMedia: 1,
    savedExport: { name: 'Water points', fields: [] },
  },
  {
    ...DEMO_PROJECTS.openToSubmit, owner: 'demo', form: 'market', sector: 'food', country: 'KEN', state: D,
    submissions: 2733, firstDaysAgo: 240, lastDaysAgo: 0, isPublic: 'submitting', unpublished: 'name',
    deployedAs: 'Market price monitoring',
    shares: [['joseph.ouma', 'manager'], ['fatuma', 'viewer'], ['p.lefevre', 'viewer'], ['yusuf', 'reviewer']],
  },
  {
    ...DEMO_PROJECTS.draft, owner: 'demo', form: 'cash', sector: 'cash', country: 'KEN', state: 'draft',
    submissions: 0, firstDaysAgo: 6, lastDaysAgo: 0, shares: [],
  },
  {
    ...DEMO_PROJECTS.archived, owner: 'demo', form: 'education', sector: 'education', country: 'KEN',
    state: 'archived', submissions: 1960, firstDaysAgo: 620, lastDaysAgo: 340, shares: [['amina', 'editor'], ['d_mutiso', 'viewer']],
  },
  {
    ...DEMO_PROJECTS.viewOnly, owner: 'joseph.ouma', form: 'nutrition', sector: 'nutrition', country: 'SOM',
    state: D, submissions: 896, firstDaysAgo: 34, lastDaysAgo: 1, shares: [['demo', 'viewer'], ['fatuma', 'reviewer'], ['amina', 'manager']],
  },
  {
    ...DEMO_PROJECTS.validateOnly, owner: 'fatuma', form: 'health', sector: 'health', country: 'SOM', state: D,
    submissions: 3406, firstDaysAgo: 150, lastDaysAgo: 0, shares: [['demo', 'reviewer'], ['n.alsabri', 'editor'], ['yusuf', 'viewer']],
  },
  {
    ...DEMO_PROJECTS.questionsChanged, owner: 'p.lefevre', form: 'household-fr', previousForms: ['household-fr:1'],
    sector: 'protection', country: 'COD', state: D, submissions: 2015, firstDaysAgo: 96, lastDaysAgo: 3, unpublished: 'questions',
    shares: [['demo', 'manager'], ['g.furaha', 'reviewer'], ['amina', 'viewer'], ['enum_team_05', 'collector']],
  },
]

/** Templates of the library. They are in no list of projects. */
// prettier-ignore
const TEMPLATES: SeedProject[] = [
  {
    ...DEMO_TEMPLATE, owner: 'demo', form: 'spanish-visit', sector: 'multi', country: 'COL', state: 'draft',
    submissions: 0, firstDaysAgo: 200, lastDaysAgo: 0, shares: [], isTemplate: true,
  },
]

/** Projects about which the server fails, for tests. */
// prettier-ignore
const FAULT_PROJECTS: SeedProject[] = [
  {
    ...SENTINELS.unreadableSubmissions, owner: 'demo', form: 'cash', sector: 'cash', country: 'UGA', state: D,
    submissions: 64, firstDaysAgo: 700, lastDaysAgo: 500, shares: [],
  },
  {
    ...SENTINELS.doesNotCompile, owner: 'demo', form: 'unknown-list', sector: 'cash', country: 'UGA',
    state: 'draft', submissions: 0, firstDaysAgo: 710, lastDaysAgo: 0, shares: [],
  },
  {
    ...SENTINELS.deletedMeanwhile, owner: 'demo', form: 'shelter', sector: 'shelter', country: 'UGA', state: D,
    submissions: 12, firstDaysAgo: 720, lastDaysAgo: 600, shares: [],
  },
]

// prettier-ignore
type ProjectRow = [
  name: string, owner: string, form: FormKey, sector: SeedProject['sector'], country: SeedProject['country'],
  state: SeedProject['state'], submissions: number, firstDaysAgo: number, lastDaysAgo: number, role?: Role, isPublic?: 'form',
]

/**
 * Other projects, so that the list has a realistic length. `role` is the role of `demo` if another user owns the
 * project.
 */
// prettier-ignore
const OTHER_PROJECTS: ProjectRow[] = [
  ['Community health worker supervision', 'joseph.ouma', 'health', 'health', 'KEN', D, 431, 120, 5, 'viewer'],
  ['Shelter damage assessment, pilot', 'demo', 'shelter', 'shelter', 'SOM', 'archived', 128, 460, 430],
  ['Protection monitoring, Dadaab', 'amina', 'protection', 'protection', 'KEN', D, 1377, 210, 4, 'editor', 'form'],
  ['Hand pump functionality, Wajir', 'yusuf', 'wash', 'water', 'KEN', 'draft', 0, 12, 0, 'editor'],
  ['Cash assistance helpline log', 'fatuma', 'cash', 'cash', 'SOM', D, 2390, 300, 1, 'reviewer'],
  ['Suivi post-distribution, Bandundu', 'g.furaha', 'cash-fr', 'cash', 'COD', D, 612, 75, 6, 'manager'],
  ['Évaluation rapide, Tillabéri', 'demo', 'protection-fr', 'multi', 'NER', D, 342, 52, 8],
  ['Recensement des points d’eau, Mopti', 'demo', 'wash-fr', 'water', 'MLI', D, 918, 131, 20],
  ['Dépistage nutritionnel, Kaya', 'p.lefevre', 'health-fr', 'nutrition', 'BFA', D, 1804, 190, 2, 'viewer'],
  ['Présence scolaire, Lac', 'p.lefevre', 'education-fr', 'education', 'TCD', 'archived', 540, 560, 300, 'viewer'],
  ['Enquête sur les récoltes, Ouaka', 'g.furaha', 'crops-fr', 'food', 'CAF', D, 275, 66, 12, 'reviewer'],
  ['Cartographie des abris, Grand’Anse', 'demo', 'protection-fr', 'shelter', 'HTI', 'draft', 0, 21, 0],
  ['Evaluación de albergues, La Guajira', 'm.salazar', 'spanish-visit', 'shelter', 'COL', D, 487, 83, 3, 'viewer'],
  ['Encuesta de hogares, Arauca', 'm.salazar', 'spanish-visit', 'multi', 'COL', D, 1122, 140, 1, 'editor'],
  ['Monitoreo de precios, Zulia', 'm.salazar', 'spanish-visit', 'food', 'VEN', D, 760, 160, 9, 'viewer'],
  ['Seguridad alimentaria, Corredor Seco', 'demo', 'spanish-visit', 'food', 'GTM', D, 395, 58, 11],
  ['Visitas a escuelas, Gracias a Dios', 'demo', 'spanish-visit', 'education', 'HND', 'draft', 0, 15, 0],
  ['تقييم سريع للنازحين، مأرب', 'n.alsabri', 'arabic-visit', 'camps', 'YEM', D, 845, 110, 2, 'reviewer'],
  ['رصد نقاط المياه، تعز', 'n.alsabri', 'arabic-visit', 'water', 'YEM', D, 366, 95, 14, 'viewer'],
  ['متابعة التوزيع، حلب', 'h.qasim', 'arabic-visit', 'food', 'SYR', D, 1530, 220, 5, 'viewer'],
  ['زيارات المدارس، نينوى', 'h.qasim', 'arabic-visit', 'education', 'IRQ', 'archived', 210, 640, 410, 'viewer'],
  ['استبيان المأوى، البقاع', 'demo', 'arabic-visit', 'shelter', 'LBN', D, 298, 47, 7],
  ['Crop assessment, Gambella', 't.bekele', 'crops', 'food', 'ETH', D, 503, 102, 18, 'viewer'],
  ['Locust damage survey, Somali region', 't.bekele', 'crops', 'food', 'ETH', 'archived', 1410, 830, 700, 'viewer'],
  ['School WASH checklist, Tigray', 't.bekele', 'wash', 'water', 'ETH', D, 189, 40, 10, 'editor'],
  ['Nutrition screening, Bentiu', 'demo', 'nutrition', 'nutrition', 'SSD', D, 640, 71, 1],
  ['Flood response registration, Unity', 'demo', 'protection', 'camps', 'SSD', D, 2210, 180, 13],
  ['Measles campaign monitoring, Juba', 'joseph', 'health', 'health', 'SSD', 'archived', 950, 520, 480, 'viewer'],
  ['Arrivals at border points, Renk', 'joseph', 'protection', 'protection', 'SSD', D, 3120, 260, 0, 'reviewer'],
  ['Water trucking log, El Fasher', 'h.qasim', 'wash', 'water', 'SDN', D, 1705, 145, 6, 'viewer'],
  ['Market functionality, Kassala', 'h.qasim', 'market', 'food', 'SDN', D, 422, 90, 22, 'viewer'],
  ['Refugee household visits, Adjumani', 'demo', 'protection', 'protection', 'UGA', D, 774, 125, 16],
  [DEMO_PROJECTS.interviews.name, 'demo', 'interviews', 'food', 'UGA', 'archived', 233, 390, 370],
  ['Shelter kit verification, Cox’s Bazar', 'demo', 'shelter', 'shelter', 'BGD', D, 1180, 155, 25],
  ['Cyclone damage, Sofala', 'demo', 'shelter', 'shelter', 'MOZ', 'archived', 865, 610, 560],
  ['Winter cash monitoring, Herat', 'amina', 'cash', 'cash', 'AFG', 'archived', 710, 690, 600, 'viewer'],
  [DEMO_PROJECTS.twoVersions.name, 'demo', 'boreholes', 'water', 'KEN', D, 96, 29, 1],
  ['Livestock market survey, Isiolo', 'yusuf', 'market', 'food', 'KEN', D, 588, 117, 3, 'viewer'],
  ['Teacher attendance, Marsabit', 'd_mutiso', 'education', 'education', 'KEN', D, 1320, 200, 2, 'viewer'],
  ['Latrine coverage, Kakuma', 'd_mutiso', 'wash', 'water', 'KEN', D, 450, 61, 15, 'collector'],
  ['Drought early warning, Garbatulla', 'amina', 'crops', 'food', 'KEN', D, 267, 48, 4, 'manager'],
  ['Vaccination coverage, Galkayo', 'fatuma', 'health', 'health', 'SOM', D, 690, 77, 8, 'viewer'],
  ['Child protection referrals, Kismayo', 'fatuma', 'protection', 'protection', 'SOM', D, 205, 63, 2, 'viewer'],
  ['School enrolment drive, Hargeisa', 'yusuf', 'education', 'education', 'SOM', 'draft', 0, 33, 0, 'viewer'],
  ['Camp facility mapping, Baidoa', 'demo', 'shelter', 'camps', 'SOM', D, 510, 85, 19],
  ['Enumerator training test', 'demo', 'cash', 'cash', 'KEN', 'draft', 0, 64, 0],
  ['Training: household survey', 'demo', 'household', 'food', 'KEN', 'archived', 42, 72, 69],
  ['Fishing communities, Lake Turkana', 'demo', 'market', 'food', 'KEN', D, 154, 38, 9],
  ['Gender and safety audit, Lodwar', 'amina', 'protection', 'protection', 'KEN', D, 118, 27, 5, 'viewer'],
  ['Rapid market assessment, Moyale', 'demo', 'market', 'food', 'ETH', 'draft', 0, 3, 0],
]

const UIDS: Record<string, string> = Object.fromEntries(
  [DEMO_PROJECTS.twoVersions, DEMO_PROJECTS.interviews].map(({ name, uid }) => [name, uid]),
)
/** Previous states of forms that were changed. */
const PREVIOUS_FORMS: Partial<Record<FormKey, FormKey[]>> = { boreholes: ['boreholes:1'] }

// prettier-ignore
export const SEED_PROJECTS: SeedProject[] = [
  ...MAIN_PROJECTS,
  ...TEMPLATES,
  ...FAULT_PROJECTS,
  ...OTHER_PROJECTS.map(([name, owner, form, sector, country, state, submissions, firstDaysAgo, lastDaysAgo, role, isPublic]): SeedProject => ({
    name, owner, form, sector, country, state, submissions, firstDaysAgo, lastDaysAgo,
    shares: role ? [['demo', role]] : [],
    ...(UIDS[name] && { uid: UIDS[name] }),
    ...(PREVIOUS_FORMS[form] && { previousForms: PREVIOUS_FORMS[form] }),
    ...(isPublic && { isPublic }),
  })),
]
