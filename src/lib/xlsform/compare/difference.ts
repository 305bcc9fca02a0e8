import type { CanonicalChoice, CanonicalRow } from './canonical-form.ts'

/** Where a question or group stands in one of the two forms. */
export interface RowPlace {
  /** The key of the answer: `household/size`. */
  path: string
  name: string
  /** The type as in a sheet, without the list. */
  type: string
  /** In the default language of this form; the name where there is none. */
  label: string
  /** The groups around it, outermost first. */
  groups: readonly GroupPlace[]
}

export interface GroupPlace {
  path: string
  label: string
  isRepeat: boolean
}

/** A question or group in both forms. */
export interface ComparedRow {
  /** Identifies it within this comparison. */
  id: string
  isGroup: boolean
  /** Missing if it was added. */
  before?: RowPlace
  /** Missing if it was removed. */
  after?: RowPlace
}

/** Where something is put: in a group, or a list, after another. `null`: outside groups, or first. */
export interface Position {
  parent: string | null
  after: string | null
}

/** A choice in both forms, and the questions that offer it. */
export interface ComparedChoice {
  id: string
  /** The list, by its name in the newer form if it is still there. */
  list: string
  before?: ChoicePlace
  after?: ChoicePlace
  /** Questions of the newer form; of the older one if the choice was removed. */
  usedBy: readonly ComparedRow[]
}

export interface ChoicePlace {
  name: string
  label: string
}

/** How one knows that two rows with different names are the same: KPI's own identifier, or label, type and group. */
export type RenameEvidence = 'identifier' | 'label'

interface CellChange {
  column: string
  /** Empty: the cell was or is empty. */
  before: string
  after: string
}

interface TextChange extends CellChange {
  /** `''`: the language without a name. */
  language: string
}

/** A text in a language that was added or removed. */
export interface TextOf {
  /** The `id` of a row or choice. */
  id: string
  column: string
  text: string
}

/** One difference between two forms. */
export type Difference =
  | { kind: 'added'; row: ComparedRow; position: Position; content: Omit<CanonicalRow, 'children'> }
  | { kind: 'removed'; row: ComparedRow }
  | { kind: 'renamed'; row: ComparedRow; evidence: RenameEvidence }
  | { kind: 'moved'; row: ComparedRow; position: Position }
  /** The type of the question, or its file of choices, or whether "other" is offered. */
  | ({ kind: 'type'; row: ComparedRow } & CellChange)
  /** The choice list that the question offers. */
  | ({ kind: 'list'; row: ComparedRow } & CellChange)
  /** `relevant`, `constraint`, `calculation`, `choice_filter`, `required` and the like. */
  | ({ kind: 'logic'; row: ComparedRow } & CellChange)
  /** A label, hint, message or medium in one language. */
  | ({ kind: 'text'; row: ComparedRow } & TextChange)
  /** Any other column, such as `appearance`. */
  | ({ kind: 'display'; row: ComparedRow } & CellChange)
  | { kind: 'choiceAdded'; choice: ComparedChoice; position: Position; content: CanonicalChoice }
  | { kind: 'choiceRemoved'; choice: ComparedChoice }
  | { kind: 'choiceRenamed'; choice: ComparedChoice }
  | { kind: 'choiceMoved'; choice: ComparedChoice; position: Position }
  | ({ kind: 'choiceText'; choice: ComparedChoice } & TextChange)
  /** Any other column of a choice, such as those that a choice filter uses. */
  | ({ kind: 'choiceCell'; choice: ComparedChoice } & CellChange)
  | { kind: 'listRenamed'; before: string; after: string }
  | { kind: 'setting'; name: string; before: string; after: string }
  | { kind: 'languageAdded' | 'languageRemoved'; language: string; texts: readonly TextOf[] }
  | { kind: 'languageRenamed'; before: string; after: string }
  /** The order, the default language first. */
  | { kind: 'languageOrder'; before: readonly string[]; after: readonly string[] }

export type ChoiceDifference = Extract<Difference, { choice: ComparedChoice }>

/** The kinds by which differences are filtered. */
export const DIFFERENCE_CATEGORIES = [
  'added',
  'removed',
  'renamed',
  'moved',
  'type',
  'choices',
  'texts',
  'logic',
  'settings',
] as const
export type DifferenceCategory = (typeof DIFFERENCE_CATEGORIES)[number]

const CATEGORIES: Record<Difference['kind'], DifferenceCategory> = {
  added: 'added',
  removed: 'removed',
  renamed: 'renamed',
  moved: 'moved',
  type: 'type',
  list: 'choices',
  logic: 'logic',
  text: 'texts',
  display: 'settings',
  choiceAdded: 'choices',
  choiceRemoved: 'choices',
  choiceRenamed: 'choices',
  choiceMoved: 'choices',
  choiceText: 'texts',
  choiceCell: 'choices',
  listRenamed: 'choices',
  setting: 'settings',
  languageAdded: 'texts',
  languageRemoved: 'texts',
  languageRenamed: 'texts',
  languageOrder: 'settings',
}

export const categoryOf = ({ kind }: Difference): DifferenceCategory => CATEGORIES[kind]
