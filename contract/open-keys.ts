/** Paths of objects whose keys depend on the form, the project or a user. Such keys are content and are not stored. */
const OPEN_PATHS = [
  /\.(survey|choices)\[\]$/,
  /\.settings(\[\])?$/,
  /\.(custom_headers|export_settings|source|data)$/,
  /\.(row|style|default|specified|kuid_names|firsts|balances)$/,
  /\.(report_custom|map_styles|map_custom|advanced_features|analysis_form_json|data_sharing)(\..+)?$/,
  /\.daily_submission_counts$/,
  /\.summary$/,
  /\.(translation|transcription)_services$/,
]

/** Paths of queries, which can have any shape. */
const FREE_PATHS = /\.(filters\[\]|query|(data|source|settings)\.\*)$/

/** Keys that KPI itself adds to such objects, which contain nothing about projects or users. */
const KPI_KEYS = new Set(
  `type name label hint required relevant constraint constraint_message calculation appearance select_from_list_name
  list_name $kuid $xpath $autoname $autovalue description sector country country_codes organization id_string style
  default_language row_count languages default_translation geo labels columns lock_all lock_any name_quality lang fields
  group_sep multiple_select hierarchy_in_labels fields_from_all_versions total_count provided not_provided responses
  frequencies percentages`.split(/\s+/),
)

/** How much of an object is stored: all keys, only KPI's keys, or nothing. */
export type Openness = 'closed' | 'open' | 'free'

export function opennessOf(path: string): Openness {
  if (FREE_PATHS.test(path)) return 'free'
  return OPEN_PATHS.some((pattern) => pattern.test(path)) ? 'open' : 'closed'
}

/** Whether a key may be stored. Outside open objects this excludes only paths, dates and languages. */
export const isKpiKey = (key: string, openness: Openness) =>
  openness === 'open' ? KPI_KEYS.has(key) : /^(meta\/|formhub\/)?[A-Za-z_$][A-Za-z_.]*$/.test(key)
