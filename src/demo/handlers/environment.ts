import { type Resource, resource } from '#/demo/resource.ts'
import { json } from '#/demo/responses.ts'
import { COUNTRIES, SECTORS } from '#/demo/seed/projects.ts'

/** Sectors without a project in the demo. */
const OTHER_SECTORS = [
  'Public Administration',
  'Educational Services / Higher Education',
  'Health Services / Public Health',
  'Economic/Social Development',
  'Environment',
  'Private sector',
  'Humanitarian - Coordination / Information Management',
  'Humanitarian - Logistics',
  'Other',
]

const field = (name: string, label: string, required = false) => ({ name, required, label })

const INTERFACE_LANGUAGES = [
  ['ar', 'العربيّة'],
  ['en', 'English'],
  ['es', 'español'],
  ['fr', 'français'],
]

export const environmentResources: Resource[] = [
  resource('api/v2/environment/', {
    GET: ({ url }) =>
      json({
        terms_of_service_url: '',
        privacy_policy_url: '',
        source_code_url: 'https://github.com/kobotoolbox/',
        support_email: 'help@example.org',
        support_url: 'https://support.kobotoolbox.org/',
        academy_url: 'https://academy.kobotoolbox.org/',
        community_url: 'https://community.kobotoolbox.org/',
        frontend_min_retry_time: 2,
        frontend_max_retry_time: 120,
        use_team_label: true,
        usage_limit_enforcement: false,
        allow_self_account_deletion: false,
        sector_choices: [...OTHER_SECTORS, ...Object.values(SECTORS)].map((sector) => [sector, sector]),
        operational_purpose_choices: [['', '']],
        country_choices: Object.entries(COUNTRIES),
        interface_languages: INTERFACE_LANGUAGES,
        mfa_localized_help_text: '',
        mfa_enabled: true,
        mfa_code_length: 6,
        superuser_auth_enforcement: false,
        enable_password_entropy_meter: true,
        enable_custom_password_guidance_text: false,
        custom_password_localized_help_text: '',
        project_metadata_fields: [
          field('sector', 'Sector'),
          field('country', 'Country'),
          field('description', 'Description'),
        ],
        extra_project_metadata_fields: [],
        user_metadata_fields: [
          field('name', 'Full name', true),
          field('organization', 'Organization name'),
          field('organization_type', 'Organization type'),
          field('organization_website', 'Organization website'),
          field('sector', 'Sector'),
          field('bio', 'Bio'),
          field('city', 'City'),
          field('country', 'Country'),
          field('twitter', 'Twitter'),
          field('linkedin', 'LinkedIn'),
          field('instagram', 'Instagram'),
          field('newsletter_subscription', 'I want to receive occasional updates about KoboToolbox'),
        ],
        social_apps: [],
        asr_mt_features_enabled: false,
        submission_placeholder: '%SUBMISSION%',
        project_history_log_lifespan: 744,
        stripe_public_key: null,
        terms_of_service__sitewidemessage__exists: false,
        open_rosa_server: url.origin,
      }),
  }),
]
