import type access from './locales/en/access.json'
import type account from './locales/en/account.json'
import type activity from './locales/en/activity.json'
import type apiGuide from './locales/en/api-guide.json'
import type bulk from './locales/en/bulk.json'
import type columns from './locales/en/columns.json'
import type common from './locales/en/common.json'
import type compare from './locales/en/compare.json'
import type connection from './locales/en/connection.json'
import type dataLinks from './locales/en/data-links.json'
import type deployment from './locales/en/deployment.json'
import type errors from './locales/en/errors.json'
import type exporting from './locales/en/exporting.json'
import type finding from './locales/en/finding.json'
import type formCheck from './locales/en/form-check.json'
import type imports from './locales/en/imports.json'
import type jump from './locales/en/jump.json'
import type project from './locales/en/project.json'
import type projectList from './locales/en/project-list.json'
import type projectActions from './locales/en/project-actions.json'
import type projects from './locales/en/projects.json'
import type replacing from './locales/en/replacing.json'
import type services from './locales/en/services.json'
import type serverExports from './locales/en/server-exports.json'
import type sharing from './locales/en/sharing.json'
import type shortcuts from './locales/en/shortcuts.json'
import type site from './locales/en/site.json'
import type submission from './locales/en/submission.json'
import type submissions from './locales/en/submissions.json'
import type usage from './locales/en/usage.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      access: typeof access
      account: typeof account
      activity: typeof activity
      columns: typeof columns
      'api-guide': typeof apiGuide
      bulk: typeof bulk
      common: typeof common
      compare: typeof compare
      connection: typeof connection
      'data-links': typeof dataLinks
      deployment: typeof deployment
      errors: typeof errors
      finding: typeof finding
      'form-check': typeof formCheck
      imports: typeof imports
      jump: typeof jump
      project: typeof project
      'project-list': typeof projectList
      'project-actions': typeof projectActions
      projects: typeof projects
      replacing: typeof replacing
      services: typeof services
      'server-exports': typeof serverExports
      sharing: typeof sharing
      shortcuts: typeof shortcuts
      site: typeof site
      exporting: typeof exporting
      submission: typeof submission
      submissions: typeof submissions
      usage: typeof usage
    }
  }
}
