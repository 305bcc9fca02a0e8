import * as z from 'zod/mini'
import { orNull } from '#/api/lenient.ts'
import { Unreadable } from '#/api/pagination.ts'

/** A text in each of the form's languages, parallel to `translations`; plain where the column has no translations. */
const Translated = z.union([z.string(), z.array(z.nullable(z.string()))])

/**
 * What can be read of an odd row, key by key. The rest of the form is shown all the same, and the row is named. `null`
 * counts as absent.
 */
const orWhatCanBeRead = <Row extends object>(row: z.ZodMiniType<Row>, none: Row) =>
  z.pipe(
    z.unknown(),
    z.transform((raw): Row & { unreadable?: Unreadable } => {
      const given = Object.entries(Object(raw) as object).filter(([, value]) => value !== null)
      const { success, data, error } = row.safeParse(Object.fromEntries(given))
      if (success) return data
      const known = given.reduce(
        (before, [key, value]) => row.safeParse({ ...before, [key]: value }).data ?? before,
        none,
      )
      return { ...known, unreadable: new Unreadable(raw, error) }
    }),
  )

const Row = z.object({
  type: z.string(),
  name: z.optional(z.string()),
  /** The name KPI made up, where the form gave none. */
  $autoname: z.optional(z.string()),
  /** The key of the answer in submissions: `household/head_age`. */
  $xpath: z.optional(z.string()),
  $kuid: z.optional(z.string()),
  label: z.optional(Translated),
  hint: z.optional(Translated),
  select_from_list_name: z.optional(z.string()),
  /** `true`, or an expression. */
  required: z.optional(z.union([z.boolean(), z.string()])),
  required_message: z.optional(Translated),
  /** Expressions; so is what `required` may be. */
  relevant: z.optional(z.string()),
  constraint: z.optional(z.string()),
  calculation: z.optional(z.string()),
  constraint_message: z.optional(Translated),
  /** `start=0 end=10 step=1` of a range. */
  parameters: z.optional(z.string()),
  /** KPI's note that "other" is offered besides the choices, and asked for in `fruit_other` beside `fruit` [0262]. */
  _or_other: z.optional(z.union([z.boolean(), z.string()])),
})

/** A row of the survey sheet as KPI keeps it [0340, 0262]. Rows that close a group have only `type` and `$kuid`. */
const SurveyRow = orWhatCanBeRead(Row, { type: '' })
export type SurveyRow = z.output<typeof SurveyRow>

const Choice = z.object({
  list_name: z.string(),
  /** Missing where the form gave none: then `$autovalue` stands in submissions. */
  name: z.optional(z.union([z.string(), z.number()])),
  $autovalue: z.optional(z.union([z.string(), z.number()])),
  label: z.optional(Translated),
})
const FormChoice = orWhatCanBeRead(Choice, { list_name: '' })
export type FormChoice = z.output<typeof FormChoice>

/** A list that may be missing. What is no list fails: a form without questions would be shown in its place. */
const orEmpty = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z.nullish(z.array(item)),
    z.transform((items): z.output<Item>[] => items ?? []),
  )

/** The questions of a form: `content` of an asset. */
export const FormContent = z.object({
  survey: orEmpty(SurveyRow),
  choices: orEmpty(FormChoice),
  /** The default language first; `null` has no name. */
  translations: orNull(z.array(z.nullable(z.string()))),
})
export type FormContent = z.output<typeof FormContent>
