import * as z from 'zod/mini'
import { optional, orNull } from '#/api/lenient.ts'
import { Unreadable } from '#/api/pagination.ts'

/** A text in each of the form's languages, in the order of `translations`; one string where it is not translated. */
const Translated = z.union([z.string(), z.array(z.nullable(z.string()))])

/**
 * Reads a row with all its columns, since forms are compared by what the server has. Of a row that does not match its
 * schema it reads the valid keys, and adds the row as `unreadable`, so that the rest of the form can still be shown. `null`
 * is read as absent.
 */
const keepValidKeys = <Row extends object>(row: z.ZodMiniType<Row>, none: Row) =>
  z.pipe(
    z.unknown(),
    z.transform((raw): Row & { unreadable?: Unreadable } => {
      const given = Object.entries(Object(raw) as object).filter(([, value]) => value !== null)
      const all = Object.fromEntries(given)
      const { success, data, error } = row.safeParse(all)
      if (success) return { ...all, ...data }
      const valid = given.reduce(
        (before, [key, value]) => row.safeParse({ ...before, [key]: value }).data ?? before,
        none,
      )
      return { ...valid, unreadable: new Unreadable(raw, error) }
    }),
  )

const Row = z.object({
  type: z.string(),
  name: z.optional(z.string()),
  /** The name that KPI generates for a row without a name. */
  $autoname: z.optional(z.string()),
  /** The key of the answer in submissions: `household/head_age`. */
  $xpath: z.optional(z.string()),
  $kuid: z.optional(z.string()),
  label: z.optional(Translated),
  hint: z.optional(Translated),
  select_from_list_name: z.optional(z.string()),
  /** `true`, or an XPath expression. */
  required: z.optional(z.union([z.boolean(), z.string()])),
  required_message: z.optional(Translated),
  /** XPath expressions. */
  relevant: z.optional(z.string()),
  constraint: z.optional(z.string()),
  calculation: z.optional(z.string()),
  constraint_message: z.optional(Translated),
  /** Of a range: `start=0 end=10 step=1`. */
  parameters: z.optional(z.string()),
  /** Whether "other" is a choice too. Its text is the answer to `fruit_other`, beside `fruit` [0262]. */
  _or_other: z.optional(z.union([z.boolean(), z.string()])),
})

/** A row of the survey sheet as KPI stores it [0340, 0262]. Rows that end a group have only `type` and `$kuid`. */
const SurveyRow = keepValidKeys(Row, { type: '' })
export type SurveyRow = z.output<typeof SurveyRow>

const Choice = z.object({
  list_name: z.string(),
  /** Absent where the form has no name for it: then submissions have `$autovalue`. */
  name: z.optional(z.union([z.string(), z.number()])),
  $autovalue: z.optional(z.union([z.string(), z.number()])),
  label: z.optional(Translated),
})
const FormChoice = keepValidKeys(Choice, { list_name: '' })
export type FormChoice = z.output<typeof FormChoice>

/** A list, empty where it is absent. Anything else is an error, since a form without questions would be misleading. */
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
  settings: optional(z.record(z.string(), z.unknown())),
})
export type FormContent = z.output<typeof FormContent>
