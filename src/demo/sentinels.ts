/**
 * What in the demo stands for faults, so that stories can tell them without a fake network. The projects are found
 * by name in the list of `demo`; `docs/demo-differences.md` describes them.
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
  /** Stands in the list; all else about it answers 404. */
  deletedMeanwhile: { uid: 'aFaultDeletedMeanwhile', name: 'Server fault: deleted meanwhile' },
  /** Uploads whose file name contains these: never done, failing, taking eight seconds. */
  importNeverEnds: 'never-ends',
  importFails: 'server-error',
  importIsSlow: 'slow',
} as const

/** Projects that stories and screenshots come back to. All owned by `demo` where nothing else is said. */
export const DEMO_PROJECTS = {
  /** 1,060 submissions, shared with people in every role. */
  household: { uid: 'aHouseholdTurkana2026x', name: 'Household vulnerability survey, Turkana 2026' },
  /** 1,269 rows, 300 submissions. */
  arabic: { uid: 'aNeedsHudaydah1269rows', name: 'مسح احتياجات الأسر، الحديدة' },
  draft: { uid: 'aPostDistributionDraft', name: 'Post-distribution monitoring, cash, November' },
  archived: { uid: 'aSchoolFeeding2025arch', name: 'School feeding attendance 2025' },
  /** Of joseph.ouma; `demo` may only look. */
  viewOnly: { uid: 'aSmartNutritionBaidoa3', name: 'SMART nutrition survey, round 3, Baidoa' },
  /** Of fatuma; `demo` may set validation statuses. */
  validateOnly: { uid: 'aCholeraLineListCentre', name: 'Cholera line list, treatment centres' },
  /** Anyone can view the form and the submissions. */
  public: { uid: 'aWashMappingGarissaPub', name: 'WASH infrastructure mapping, Garissa' },
  /** Anyone can submit without signing in; its name was changed since it was deployed. */
  openToSubmit: { uid: 'aMarketPriceMonitoring', name: 'Market price monitoring, weekly' },
  /** Of p.lefevre, managed by `demo`; its questions were changed since it was deployed. */
  questionsChanged: { uid: 'aMenagesNordKivu2epass', name: 'Enquête ménages, Nord-Kivu, 2ᵉ passage' },
  /** 96 submissions, to two versions: a question has another name now, one is gone, one takes another answer. */
  twoVersions: { uid: 'aBoreholesManderaRenew', name: 'Borehole rehabilitation, Mandera' },
} as const
