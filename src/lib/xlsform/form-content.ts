/** A row of a form's sheets as KPI stores it. The columns differ from form to form. */
export interface FormRow {
  [column: string]: unknown
  type?: string
  name?: string
  list_name?: string
  select_from_list_name?: string
  $kuid?: string
  $autoname?: string
  $xpath?: string
  $autovalue?: string
}

/** `content` of an asset [0340]. Sheets that the form does not have are missing [0344, 0401]. */
export interface FormContent {
  schema: string
  survey: FormRow[]
  choices?: FormRow[]
  settings: Record<string, unknown>
  translations?: (string | null)[]
  translated?: string[]
}
