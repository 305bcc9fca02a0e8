/** What is wrong in a form. Each has texts in the catalogue. */
export type FindingCode =
  // KPI refuses the import.
  | 'noSurveySheet'
  | 'twoFormSheets'
  | 'duplicateHeading'
  | 'typeMissing'
  | 'unknownType'
  | 'invalidName'
  | 'duplicateName'
  | 'endWithoutBegin'
  | 'unknownDefaultLanguage'
  | 'nameAndValueDiffer'
  | 'choiceWithoutNameAndLabel'
  // KPI imports the form, and refuses to deploy it.
  | 'sheetNameInCapitals'
  | 'noChoicesSheet'
  | 'listMissing'
  | 'unknownList'
  | 'externalChoices'
  | 'calculationMissing'
  | 'labelMissing'
  | 'unknownReference'
  | 'wrongEnd'
  | 'groupNotClosed'
  | 'nameDiffersInCase'
  | 'nameNotInXPath'
  | 'duplicateChoice'
  | 'choiceNameWithSpace'
  | 'otherWithFilter'
  // KPI accepts it; people will notice.
  | 'rowIgnored'
  | 'translationsMissing'
  | 'listNotUsed'
  | 'choiceWithoutLabel'
  | 'similarSheetName'

/** `import` and `deployment` name the step that KPI refuses; a `warning` refuses nothing. */
export type Severity = 'import' | 'deployment' | 'warning'

/** Something wrong in a form, with its place in the file. */
export interface Finding {
  code: FindingCode
  severity: Severity
  sheet: string
  /** As spreadsheets count rows: the headings are row 1. Missing for a whole sheet or column. */
  row?: number
  /** Where it concerns several rows: all of them. */
  rows?: readonly number[]
  /** Index of the column, from 0. */
  column?: number
  /** What the text names: `name`, `list`, `count`… */
  values: Readonly<Record<string, string | number>>
}
