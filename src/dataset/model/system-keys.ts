/** Keys that the server adds to a row besides the answers [0701], those of older servers included. */
const SYSTEM_KEYS = new Set([
  '_id',
  '_uuid',
  '_status',
  '_submitted_by',
  '_submission_time',
  '_validation_status',
  '_attachments',
  '_geolocation',
  '_xform_id_string',
  '_notes',
  '_tags',
  '_bamboo_dataset_id',
  '_supplementalDetails',
  'formhub/uuid',
])

/** `__version__`, and its names in forms that were redeployed: `_version_`, `_version__001`. */
const VERSION = /^_{1,2}version_{1,2}(\d+)?$/

/** Groups of such keys. Under the second are what was added to answers, one by one: the keys of supplement columns. */
const PREFIXES = ['meta/', '_supplementalDetails/']

export const isSystemKey = (key: string) =>
  SYSTEM_KEYS.has(key) || PREFIXES.some((prefix) => key.startsWith(prefix)) || VERSION.test(key)
