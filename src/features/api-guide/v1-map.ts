/** A name of the API v1, and what took its place in v2. */
export interface Renamed {
  v1: string
  /** `null`: nothing did. */
  v2: string | null
  /** A key below `note` in the catalogue. */
  note?: 'uid' | 'tags' | 'public' | 'storage' | 'pages' | 'perProject' | 'mediaOnly' | 'asset' | 'token' | 'rootUuid'
}

/** What one resource was in v1 and is in v2: its addresses, and the fields of its answers. */
export interface MovedResource {
  /** A key below `resource` in the catalogue. */
  id: 'projects' | 'project' | 'data' | 'media' | 'sharing' | 'account' | 'exports' | 'usage' | 'rest'
  /** The request in v2: the path on the server, in which `ASSET_UID` and `SUBMISSION_ID` stand for what one fills in. */
  request: string
  addresses: readonly Renamed[]
  fields: readonly Renamed[]
}

/** The names of the two migration guides of KoboToolbox (KPI v1 and KoboCAT v1), as of June 2026. */
export const MOVED: readonly MovedResource[] = [
  {
    id: 'projects',
    request: '/api/v2/assets/?asset_type=survey',
    addresses: [
      { v1: '/api/v1/data', v2: '/api/v2/assets/?asset_type=survey', note: 'pages' },
      { v1: '/api/v1/forms', v2: '/api/v2/assets/?asset_type=survey', note: 'pages' },
      { v1: '/assets/', v2: '/api/v2/assets/' },
    ],
    fields: [
      { v1: 'id', v2: 'uid', note: 'uid' },
      { v1: 'id_string', v2: 'uid' },
      { v1: 'title', v2: 'name' },
      { v1: 'description', v2: 'settings.description' },
      { v1: 'url', v2: 'data' },
    ],
  },
  {
    id: 'project',
    request: '/api/v2/assets/ASSET_UID/',
    addresses: [{ v1: '/api/v1/forms/{formid}', v2: '/api/v2/assets/{asset_uid}/' }],
    fields: [
      { v1: 'formid', v2: 'uid', note: 'uid' },
      { v1: 'owner', v2: 'owner__username' },
      { v1: 'metadata', v2: 'files' },
      { v1: 'tags', v2: 'tag_string', note: 'tags' },
      { v1: 'title', v2: 'name' },
      { v1: 'public', v2: null, note: 'public' },
      { v1: 'public_data', v2: null, note: 'public' },
      { v1: 'require_auth', v2: null, note: 'public' },
      { v1: 'users', v2: 'permissions' },
      { v1: 'hash', v2: 'version__content_hash' },
      { v1: 'downloadable', v2: 'deployment__active' },
      { v1: 'encrypted', v2: 'deployment__encrypted' },
      { v1: 'last_submission_time', v2: 'deployment__last_submission_time' },
      { v1: 'uuid', v2: 'deployment__uuid' },
      { v1: 'instances_with_geopoints', v2: 'summary.geo' },
      { v1: 'num_of_submissions', v2: 'deployment__submission_count' },
      { v1: 'attachment_storage_bytes', v2: null, note: 'storage' },
    ],
  },
  {
    id: 'data',
    request: '/api/v2/assets/ASSET_UID/data/',
    addresses: [
      { v1: '/api/v1/data/{formid}', v2: '/api/v2/assets/{asset_uid}/data/', note: 'pages' },
      { v1: '/api/v1/data/{formid}/{id}', v2: '/api/v2/assets/{asset_uid}/data/{id}/', note: 'rootUuid' },
      { v1: '/assets/{asset_uid}/submissions/', v2: '/api/v2/assets/{asset_uid}/data/' },
      { v1: '/assets/{asset_uid}/submissions/{id}/', v2: '/api/v2/assets/{asset_uid}/data/{id}/', note: 'rootUuid' },
    ],
    fields: [],
  },
  {
    id: 'media',
    request: '/api/v2/assets/ASSET_UID/files/',
    addresses: [
      { v1: '/api/v1/metadata', v2: '/api/v2/assets/{asset_uid}/files/', note: 'mediaOnly' },
      { v1: '/api/v1/metadata/{id}', v2: '/api/v2/assets/{asset_uid}/files/{file_uid}/' },
    ],
    fields: [
      { v1: 'id', v2: 'uid' },
      { v1: 'data_type', v2: 'file_type' },
      { v1: 'xform', v2: 'asset', note: 'asset' },
      { v1: 'data_value', v2: 'metadata.filename, metadata.redirect_url' },
      { v1: 'data_filename', v2: 'metadata.filename' },
      { v1: 'data_file', v2: 'content' },
      { v1: 'data_file_type', v2: 'metadata.mimetype' },
      { v1: 'file_hash', v2: 'metadata.hash' },
      { v1: 'from_kpi', v2: null },
    ],
  },
  {
    id: 'sharing',
    request: '/api/v2/assets/ASSET_UID/permission-assignments/',
    addresses: [{ v1: '/api/v1/forms/{formid}/labels', v2: null }],
    fields: [
      { v1: 'public: true', v2: 'view_asset', note: 'public' },
      { v1: 'public_data: true', v2: 'view_submissions', note: 'public' },
      { v1: 'require_auth: false', v2: 'add_submissions', note: 'public' },
    ],
  },
  {
    id: 'account',
    request: '/me/',
    addresses: [{ v1: '/api/v1/user', v2: '/me/' }],
    fields: [
      { v1: 'id', v2: 'extra_details__uid' },
      { v1: 'username', v2: 'username' },
      { v1: 'email', v2: 'email' },
      { v1: 'city', v2: 'extra_details.city' },
      { v1: 'country', v2: 'extra_details.country' },
      { v1: 'organization', v2: 'extra_details.organization' },
      { v1: 'website', v2: 'extra_details.website' },
      { v1: 'twitter', v2: 'extra_details.twitter' },
      { v1: 'gravatar', v2: 'gravatar' },
      { v1: 'api_token', v2: null, note: 'token' },
      { v1: 'url', v2: null },
      { v1: 'user', v2: null },
      { v1: 'temp_token', v2: null },
    ],
  },
  {
    id: 'exports',
    request: '/api/v2/assets/ASSET_UID/exports/',
    addresses: [{ v1: '/exports/', v2: '/api/v2/assets/{asset_uid}/exports/', note: 'perProject' }],
    fields: [],
  },
  {
    id: 'usage',
    request: '/api/v2/asset_usage/',
    addresses: [],
    fields: [{ v1: 'attachment_storage_bytes', v2: 'storage_bytes' }],
  },
  {
    id: 'rest',
    request: '/api/v2/tags/',
    addresses: [{ v1: '/{resource}/', v2: '/api/v2/{resource}/' }],
    fields: [],
  },
]

/** The server that stands in requests of the demo. */
const EXAMPLE_SERVER = 'https://kf.kobotoolbox.org'

/** The request for the shell of any system, without the key, which the variable `KOBO_API_KEY` brings. */
export const curlOf = (request: string, server = EXAMPLE_SERVER) =>
  `curl -H "Authorization: Token $KOBO_API_KEY" "${server}${request}"`

/** The resources with those names in which a text occurs, in either version, whatever its case; all for an empty text. */
export function searchMoved(text: string): MovedResource[] {
  const wanted = text.trim().toLowerCase()
  const matches = ({ v1, v2 }: Renamed) => `${v1}\n${v2 ?? ''}`.toLowerCase().includes(wanted)
  return MOVED.map((resource) => ({
    ...resource,
    addresses: resource.addresses.filter(matches),
    fields: resource.fields.filter(matches),
  })).filter(({ addresses, fields }) => addresses.length + fields.length > 0)
}
