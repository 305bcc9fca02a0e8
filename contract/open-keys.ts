/** Objects whose keys depend on the form, the project or a person: such keys are content, and none is kept. */
const OPEN = [
  /\.(survey|choices)\[\]$/,
  /\.settings(\[\])?$/,
  /\.(custom_headers|export_settings|source|data)$/,
  /\.(row|style|default|specified|kuid_names|firsts|balances)$/,
  /\.(report_custom|map_styles|map_custom|advanced_features|analysis_form_json|data_sharing)(\..+)?$/,
  /\.daily_submission_counts$/,
  /\.summary$/,
  /\.(translation|transcription)_services$/,
]

/** Searches, which may be of any shape. */
const FREE = /\.(filters\[\]|query|(data|source|settings)\.\*)$/

/** Keys that KPI itself gives to such objects, so that they say nothing of anybody. */
const OWN = new Set(
  `type name label hint required relevant constraint constraint_message calculation appearance select_from_list_name
  list_name $kuid $xpath $autoname $autovalue description sector country country_codes organization id_string style
  default_language row_count languages default_translation geo labels columns lock_all lock_any name_quality lang fields
  group_sep multiple_select hierarchy_in_labels fields_from_all_versions total_count provided not_provided responses
  frequencies percentages`.split(/\s+/),
)

/** How much of an object at some place of an answer may be kept. */
export type Openness = 'closed' | 'open' | 'free'

export function opennessOf(path: string): Openness {
  if (FREE.test(path)) return 'free'
  return OPEN.some((pattern) => pattern.test(path)) ? 'open' : 'closed'
}

/** Whether a key may be kept; elsewhere than in open objects only what cannot be a path, a date or a language. */
export const isOwnKey = (key: string, openness: Openness) =>
  openness === 'open' ? OWN.has(key) : /^(meta\/|formhub\/)?[A-Za-z_$][A-Za-z_.]*$/.test(key)
