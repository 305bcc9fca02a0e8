import type { Page } from '@playwright/test'
import { expect } from '../../fixtures.ts'
import { demoAs } from '../../signed-in.ts'
import {
  cell,
  chooseInViews,
  DRAFT,
  FAULTY,
  FORM_ONLY,
  grid,
  INTERVIEWS,
  REVIEWED,
  status,
  SURVEY,
  TWO_VERSIONS,
  WHOLE_WIDE,
  WIDE,
} from '../../submissions-page.ts'
import { PHONE, testViews } from '../../views.ts'

const SCREEN_ONLY = [1440] as const
const PHONE_ONLY = [PHONE] as const
/** So wide that every column of the survey is drawn. */
const WHOLE_TABLE = [2600] as const

const dialog = (page: Page) => page.getByRole('dialog')
const cards = (page: Page) => page.getByRole('list', { name: 'Submissions' }).getByRole('article')
const head = (page: Page, name: string | RegExp) => grid(page).getByRole('columnheader', { name })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function findInRows(page: Page, text: string) {
  const more = button(page, 'More controls')
  if (await more.isVisible()) await more.click()
  await button(page, 'Find in the rows shown').click()
  await page.getByRole('search').getByRole('textbox', { name: 'Find in these rows' }).fill(text)
}

testViews([
  {
    name: 'what was added to answers in the table',
    path: INTERVIEWS,
    widths: SCREEN_ONLY,
    open: (page) => button(page, /^Menu of .*Transcript/).click(),
    shows: (page) => page.getByText('KoboToolbox cannot sort or filter by what was added to answers.'),
  },
  {
    name: 'what was added to answers on cards',
    path: INTERVIEWS,
    widths: PHONE_ONLY,
    shows: (page) => cards(page).getByText('Transcript (English) · How was the fair?').first(),
  },
  {
    name: 'the table of submissions',
    path: SURVEY,
    widths: SCREEN_ONLY,
    shows: (page) => cell(page, 1, 2).filter({ hasText: /-060$/ }),
  },
  {
    name: 'the submissions as cards',
    path: SURVEY,
    widths: PHONE_ONLY,
    shows: (page) => cards(page).first().getByText('Submitted').first(),
  },
  {
    name: 'the table with all its columns, sorted',
    path: `${SURVEY}?sort=-hh%2Fpeople`,
    widths: WHOLE_TABLE,
    shows: (page) => page.locator('[aria-sort=descending]'),
  },
  {
    name: 'the table while it is loaded',
    path: SURVEY,
    chaos: 'latency:60000;path=/data/',
    shows: (page) => page.getByText('Loading the submissions', { exact: true }),
  },
  {
    name: 'the end of all submissions in one scroll',
    path: `${SURVEY}?scroll=1`,
    widths: SCREEN_ONLY,
    open: async (page) => {
      await cell(page, 1, 2).waitFor()
      await grid(page).focus()
      await page.keyboard.press('Control+End')
    },
    shows: (page) => cell(page, 1060, 2).filter({ hasText: /\d$/ }),
  },
  {
    name: 'cards far down in one scroll',
    path: `${SURVEY}?scroll=1`,
    widths: PHONE_ONLY,
    open: async (page) => {
      await cards(page).first().waitFor()
      await page.getByRole('textbox', { name: 'Row number' }).fill('900')
      await button(page, /^Go$/).click()
    },
    shows: (page) => page.locator('[aria-posinset="900"]').getByRole('article'),
  },
  {
    name: 'the submissions of a draft',
    path: DRAFT,
    shows: (page) => page.getByRole('heading', { name: 'No submissions: the form is not deployed' }),
  },
  {
    name: 'submissions that the server cannot read',
    path: FAULTY,
    shows: (page) => page.getByRole('alert').filter({ hasText: 'The server has a problem' }),
  },
  {
    name: 'a project whose form one may see, but not its submissions',
    path: FORM_ONLY,
    connections: () => [demoAs('yusuf')],
    shows: (page) => page.getByRole('heading', { name: /^You don’t have permission to see the submissions/ }),
  },

  {
    name: 'the menu of a column',
    path: SURVEY,
    widths: SCREEN_ONLY,
    open: async (page) => {
      await head(page, 'Household code').hover()
      await head(page, 'Household code').getByRole('button', { name: 'Menu of' }).click()
    },
    shows: (page) => page.getByRole('menuitem', { name: 'Filter by this column…' }),
  },
  {
    name: 'the width and position in the menu of a column',
    path: SURVEY,
    widths: SCREEN_ONLY,
    open: async (page) => {
      await head(page, 'Household code').getByRole('button', { name: 'Menu of' }).click()
      await page.getByRole('menuitem', { name: 'Width and position' }).press('Enter')
    },
    shows: (page) => page.getByRole('menuitem', { name: 'Move right' }),
  },
  {
    name: 'the menu of a row',
    path: SURVEY,
    widths: SCREEN_ONLY,
    open: (page) => cell(page, 2, 3).click({ button: 'right' }),
    shows: (page) => page.getByRole('menuitem', { name: 'Open in new tab' }),
  },
  {
    name: 'the keyboard shortcuts',
    path: SURVEY,
    open: async (page) => {
      await button(page, /^(Menu\. )?Connection: /).click()
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
    },
    shows: (page) => dialog(page).getByRole('heading', { name: 'In the table of submissions' }),
  },
  {
    name: 'a collapsed group of columns',
    path: SURVEY,
    widths: SCREEN_ONLY,
    open: (page) => grid(page).getByRole('button', { name: 'Household', exact: true }).click(),
    shows: (page) => head(page, '10 columns'),
  },
  {
    name: 'the menu of a validation status',
    path: REVIEWED,
    widths: SCREEN_ONLY,
    open: (page) => status(page.locator('main')).first().click(),
    shows: (page) => page.getByRole('menuitemradio', { name: 'Approved', exact: true }),
  },
  {
    name: 'the questions of a wide form to choose from',
    path: WIDE,
    open: async (page) => {
      await button(page, 'Choose more').click()
      await dialog(page).getByRole('searchbox', { name: 'Find a column' }).fill('fishing boats')
      await expect(dialog(page).getByText(/^\d+ columns found$/)).toBeVisible()
      await dialog(page).getByRole('region', { name: 'Choose' }).getByRole('checkbox').first().check()
    },
    shows: (page) => dialog(page).getByText(/^\d+ columns found$/),
  },
  {
    name: 'a question of older versions to choose from',
    path: `${WIDE}?sort=_id&labels=1`,
    open: async (page) => {
      await button(page, /^Columns: /).click()
      await dialog(page).getByRole('searchbox', { name: 'Find a column' }).fill('registered?')
      await dialog(page).getByRole('checkbox', { name: 'Is the household registered?' }).check()
    },
    shows: (page) => dialog(page).getByRole('checkbox', { name: 'Is the household registered?', checked: true }),
  },
  {
    name: 'the order of the columns',
    path: SURVEY,
    open: async (page) => {
      await button(page, /^Columns: /).click()
      await dialog(page).getByRole('tab', { name: 'Order' }).click()
      await dialog(page)
        .getByRole('button', { name: /^Freeze .?Sub-county.?$/ })
        .click()
    },
    shows: (page) => dialog(page).getByRole('button', { name: /^Move .?Household code.?$/ }),
  },
  {
    name: 'the saved views of a table',
    path: `${SURVEY}?columns=hh/subcounty+hh/village&labels=xml&sort=_id`,
    open: async (page) => {
      await chooseInViews(page, 'Save view…')
      await dialog(page).getByRole('textbox', { name: 'Name of the new view' }).fill('Places')
      await dialog(page).getByRole('button', { name: 'Save view' }).click()
    },
    shows: (page) => dialog(page).getByText(/Places.? is saved$/),
  },
  {
    name: 'the menu of views',
    path: SURVEY,
    open: (page) => button(page, /^Views$/).click(),
    shows: (page) => page.getByRole('menuitem', { name: 'Save view…' }),
  },
  {
    name: 'the menu of the app on a phone',
    path: SURVEY,
    widths: PHONE_ONLY,
    open: (page) => button(page, /^Menu/).click(),
    shows: (page) => page.getByRole('menuitemradio', { name: 'Français' }),
  },
  {
    name: 'what the toolbar of a narrow page folds',
    path: SURVEY,
    widths: PHONE_ONLY,
    open: (page) => button(page, 'More controls').click(),
    shows: (page) => dialog(page).getByRole('combobox', { name: 'Sort' }),
  },

  {
    name: 'a search in a table whose answers have not all come',
    path: WHOLE_WIDE,
    widths: SCREEN_ONLY,
    open: async (page) => {
      await cell(page, 3, 2).waitFor()
      await findInRows(page, 'a')
    },
    shows: (page) => page.getByRole('search').getByText(/[\d,]+ columns are still loading/),
  },
  {
    name: 'a search in the cards',
    path: SURVEY,
    widths: PHONE_ONLY,
    open: async (page) => {
      await cards(page).first().waitFor()
      await findInRows(page, 'Turkana south')
      await page.getByRole('search').getByRole('button', { name: 'Next match' }).click()
    },
    shows: (page) => page.getByRole('search').getByText(/^2 of \d+$/),
  },

  {
    name: 'the entries of a repeat group',
    path: `${TWO_VERSIONS}?columns=repair`,
    widths: SCREEN_ONLY,
    open: (page) =>
      grid(page)
        .getByRole('button', { name: /^3 entries$/ })
        .first()
        .click(),
    shows: (page) => dialog(page).getByRole('region', { name: /^Repair \d+ entr/ }),
  },
  {
    name: 'the entries of a repeat group on a card',
    path: `${TWO_VERSIONS}?columns=repair`,
    widths: PHONE_ONLY,
    open: (page) => cards(page).locator('[aria-haspopup=dialog][data-link]').first().click(),
    shows: (page) => dialog(page).getByRole('region').first().getByRole('table'),
  },
])
