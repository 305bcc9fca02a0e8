import type { Page } from '@playwright/test'
import { INTERVIEWS, panel, VIEW_ONLY, SURVEY, TWO_VERSIONS, WIDE } from '../../submissions-page.ts'
import { PHONE, testViews } from '../../views.ts'

const SCREEN_ONLY = [1440] as const
const PHONE_ONLY = [PHONE] as const

/** The newest of 1,060, which are numbered one after another. */
const NEWEST = 2059
/** One that came with a photo of its source of water. */
const WITH_PHOTO = 2053

const answers = (page: Page) => page.getByRole('region', { name: 'Answers', exact: true })

testViews([
  {
    name: 'a submission beside the table',
    path: `${SURVEY}?submission=${NEWEST - 1}`,
    widths: SCREEN_ONLY,
    shows: (page) => panel(page).getByRole('heading', { name: 'Water', level: 3 }),
  },
  {
    name: 'an answer that is edited beside the table',
    path: `${SURVEY}?submission=${NEWEST}`,
    widths: SCREEN_ONLY,
    open: async (page) => {
      await page.getByRole('button', { name: /^Edit the answer to .*Age of the head of household/ }).click()
      await page.getByRole('textbox', { name: 'Age of the head of household' }).fill('5')
    },
    shows: (page) => panel(page).getByText('This answer breaks the form’s rule'),
  },
  {
    name: 'an answer that was edited over the cards',
    path: `${SURVEY}?submission=${NEWEST}`,
    widths: PHONE_ONLY,
    open: async (page) => {
      await page.getByRole('button', { name: /^Edit the answer to .*Age of the head of household/ }).click()
      await page.getByRole('textbox', { name: 'Age of the head of household' }).fill('55')
      await page.keyboard.press('Enter')
    },
    shows: (page) => page.getByRole('dialog').getByText(/^Saved\. It was:/),
  },
  {
    name: 'a submission over the cards',
    path: `${SURVEY}?submission=${NEWEST - 1}`,
    widths: PHONE_ONLY,
    shows: (page) => page.getByRole('dialog').getByRole('heading', { name: 'Water', level: 3 }),
  },
  {
    name: 'a submission beside another page of the table',
    path: `${SURVEY}?page=2&submission=${NEWEST}`,
    widths: SCREEN_ONLY,
    shows: (page) => panel(page).getByRole('heading', { name: 'Water', level: 3 }),
  },
  {
    name: 'a submission beside the table while it is loaded',
    path: `${SURVEY}?submission=1001`,
    chaos: 'latency:60000;path=/data/',
    shows: (page) => page.getByRole('progressbar', { name: 'Loading the submission' }),
  },
  {
    name: 'a photo beside the table',
    path: `${SURVEY}?submission=${WITH_PHOTO}`,
    widths: SCREEN_ONLY,
    open: (page) =>
      panel(page)
        .getByRole('button', { name: /^Show .*water_photo.*\.png/ })
        .click(),
    shows: (page) => panel(page).getByRole('img', { name: /water_photo/ }),
  },
  {
    name: 'a submission that does not exist any more',
    path: `${SURVEY}?submission=7`,
    widths: SCREEN_ONLY,
    shows: (page) => panel(page).getByRole('alert').filter({ hasText: 'This submission no longer exists' }),
  },
  {
    name: 'answers to questions of an older version',
    path: `${TWO_VERSIONS}?sort=_id&labels=1&submission=44428`,
    widths: SCREEN_ONLY,
    shows: (page) => panel(page).getByRole('heading', { name: 'From older versions of the form' }),
  },
  {
    name: 'a submission of a thousand answers',
    path: `${WIDE}?submission=2359`,
    widths: SCREEN_ONLY,
    shows: (page) => panel(page).getByRole('heading', { level: 3 }).first(),
  },

  {
    name: 'a submission on its own page',
    path: `${SURVEY}/${NEWEST - 1}?labels=1`,
    shows: (page) => answers(page).getByText('Âge du chef de ménage'),
  },
  {
    name: 'a submission on its own page while it is loaded',
    path: `${SURVEY}/1001`,
    chaos: 'latency:60000;path=/data/',
    shows: (page) => page.getByRole('progressbar', { name: 'Loading the submission' }),
  },
  {
    name: 'what was added to the answers of a submission',
    path: `${INTERVIEWS}/41669`,
    shows: (page) => answers(page).getByText('Verified').first(),
  },
  {
    name: 'a submission that one may only view',
    path: `${VIEW_ONLY}/9188`,
    shows: answers,
  },
  {
    name: 'an answer that cannot be saved as it is',
    path: `${SURVEY}/${NEWEST}`,
    open: async (page) => {
      await page.getByRole('button', { name: /^Edit the answer to .*Age of the head of household/ }).click()
      await page.getByRole('textbox', { name: 'Age of the head of household' }).fill('old')
    },
    shows: (page) => page.getByText('A whole number, such as 12'),
  },
  {
    name: 'the raw data of a submission',
    path: `${SURVEY}/${NEWEST}`,
    open: async (page) => {
      await page.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Raw data' }).click()
    },
    shows: (page) => page.getByRole('region', { name: 'Raw data' }),
  },
])
