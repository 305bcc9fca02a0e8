/**
 * Projects and file names for which the demo answers with an error, so that stories need no fake network. The projects
 * are in the list of `demo`; `docs/demo-differences.md` describes them.
 */
export const SENTINELS = {
  /** Its `data/` answers 500. */
  unreadableSubmissions: { uid: 'aFaultDataUnreadable99', name: 'Server fault: submissions cannot be read' },
  /** A draft; deploying it answers 400 with `compileError`. */
  doesNotCompile: {
    uid: 'aFaultDoesNotCompile99',
    name: 'Server fault: form does not compile',
    compileError: '[row : 12] List name not in choices sheet: county',
  },
  /** Is in the list, but every other request about it answers 404. */
  deletedMeanwhile: { uid: 'aFaultDeletedMeanwhile', name: 'Server fault: deleted meanwhile' },
  /** An upload whose file name contains one of these never ends, fails, or takes eight seconds. */
  importNeverEnds: 'never-ends',
  importFails: 'server-error',
  importIsSlow: 'slow',
} as const

/** The demo's server finds a form at each address `https://<this>/….xlsx` or `….xls` that it is to import from. */
export const DEMO_FORMS_HOST = 'forms.example.org'

/** Projects used in stories and screenshots. The owner is `demo` unless stated otherwise. */
export const DEMO_PROJECTS = {
  /** 1,060 submissions, shared with people in every role. */
  household: { uid: 'aHouseholdTurkana2026x', name: 'Household vulnerability survey, Turkana 2026' },
  /** 1,269 rows, 300 submissions. */
  arabic: { uid: 'aNeedsHudaydah1269rows', name: 'مسح احتياجات الأسر، الحديدة' },
  draft: { uid: 'aPostDistributionDraft', name: 'Post-distribution monitoring, cash, November' },
  archived: { uid: 'aSchoolFeeding2025arch', name: 'School feeding attendance 2025' },
  /** Owned by joseph.ouma; `demo` may only view it. */
  viewOnly: { uid: 'aSmartNutritionBaidoa3', name: 'SMART nutrition survey, round 3, Baidoa' },
  /** Owned by fatuma; `demo` may set validation statuses. */
  validateOnly: { uid: 'aCholeraLineListCentre', name: 'Cholera line list, treatment centres' },
  /** Anyone can view the form and the submissions. */
  public: { uid: 'aWashMappingGarissaPub', name: 'WASH infrastructure mapping, Garissa' },
  /** Anyone can submit without signing in; its name was changed after the last deployment. */
  openToSubmit: { uid: 'aMarketPriceMonitoring', name: 'Market price monitoring, weekly' },
  /** Owned by p.lefevre, managed by `demo`; its questions were changed after the last deployment. */
  questionsChanged: { uid: 'aMenagesNordKivu2epass', name: 'Enquête ménages, Nord-Kivu, 2ᵉ passage' },
  /** 96 submissions to two versions. Between them one question was renamed, one removed, and one got another type. */
  twoVersions: { uid: 'aBoreholesManderaRenew', name: 'Borehole rehabilitation, Mandera' },
  /** 233 submissions with recordings: transcripts, translations and an analysis were added to most. Archived. */
  interviews: { uid: 'aSeedFairInterviewArua', name: 'Seed fair exit interviews, Arua' },
} as const

/** A template of the library of `demo`: new projects can be made from it. It is in no list of projects. */
export const DEMO_TEMPLATE = { uid: 'aPlantillaDeVisita2026', name: 'Plantilla de visita a hogares' } as const
