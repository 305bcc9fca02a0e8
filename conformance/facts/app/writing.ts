import { deleteAsset, renameAsset } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { keepDataTable } from '#/api/kpi/data-table/mutations.ts'
import { downloadXlsForm } from '#/api/kpi/form/mutations.ts'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import { NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { attachmentFile, downloadAttachment } from '#/api/kpi/submissions/attachments.ts'
import { deleteSubmission } from '#/api/kpi/submissions/change-one.ts'
import { deleteSubmissions, duplicateSubmission } from '#/api/kpi/submissions/mutations.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { attachmentsOf } from '#/api/kpi/submissions/system-fields.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab, Row } from '../../lab/lab.ts'
import { addRow, makeProject, onePixel } from '../../lab/projects.ts'

const given = async (lab: Lab) => addRow(lab, await lab.project('scratch'), { name: 'by the app' })
const scratch = async (lab: Lab) => (await lab.project('scratch')).uid

const isThere = async (lab: Lab, { id }: Row) =>
  (await lab.me.ask('GET', `${(await lab.project('scratch')).path}data/${id}/`)).status === 200

/** What the app writes, through its own mutations. */
export const appWriting: Group = {
  name: 'what the app writes',
  facts: [
    fact({
      name: 'another name for a project, and a conflict where it has another already',
      source: ['0370'],
      when: async (lab) => {
        const { uid, path } = await makeProject(lab, 'to-rename')
        const { name } = await lab.me.read(assetQueries.detail(uid))
        const renamed = await lab.me.write(renameAsset(uid), { name: `${name}-renamed`, from: name })
        await lab.me.ask('PATCH', path, { body: { name: `${name}-by-a-colleague` } })
        const late = lab.me.write(renameAsset(uid), { name: `${name}-late`, from: renamed.name })
        return [renamed.name === `${name}-renamed`, await late.catch(({ kind }: { kind: string }) => kind)]
      },
      expected: [true, 'conflict'],
    }),
    fact({
      name: 'deleting a project, and finding it gone',
      source: ['0417', '0418'],
      when: async (lab) => {
        const { uid } = await makeProject(lab, 'to-delete-by-the-app')
        return [await lab.me.write(deleteAsset(uid), undefined), await lab.me.write(deleteAsset(uid), undefined)]
      },
      expected: ['deleted', 'gone'],
    }),
    fact({
      name: 'the table’s settings beside all others',
      source: ['0372'],
      when: async (lab) => {
        const { uid, path } = await makeProject(lab, 'table-settings')
        await lab.me.ask('PATCH', path, { body: { settings: { description: 'stays', 'data-table': { unknown: 1 } } } })
        const from = { unknown: 1 }
        const asset = await lab.me.write(keepDataTable(uid), { from, to: { 'frozen-column': 'name' } })
        return { description: asset.settings.description, table: asset.settings['data-table'] }
      },
      expected: { description: 'stays', table: { unknown: 1, 'frozen-column': 'name' } },
    }),
    fact({
      name: 'the form as a spreadsheet',
      source: ['0353', '1303'],
      when: async (lab) => {
        const asset = await lab.me.read(assetQueries.detail((await lab.project('table')).uid))
        return (await lab.me.write(downloadXlsForm(asset), undefined)).size > 1000
      },
      expected: true,
    }),
    fact({
      name: 'a role for somebody, and none any more',
      source: ['0602-g', '0657'],
      needs: 'other',
      when: async (lab) => {
        const { uid } = await lab.project('shared')
        const { username } = lab.other
        const held = async () => {
          const { results } = await lab.me.read(permissionQueries.list(uid))
          return toPeople(results).find((person) => person.username === username)
        }
        await lab.me.ask('DELETE', `api/v2/assets/${uid}/permission-assignments/bulk/`, { body: { username } })
        await lab.me.write(changeAccess(uid), { username, from: NO_ACCESS, to: new Set(codenamesOf('reviewer')) })
        const reviewer = await held()
        await lab.me.write(changeAccess(uid), { username, from: reviewer ?? NO_ACCESS, to: new Set<Codename>() })
        return { reviewer: [...(reviewer?.held ?? [])].toSorted(), after: await held() }
      },
      expected: { reviewer: [...codenamesOf('reviewer')].toSorted(), after: undefined },
    }),
    fact<Row>({
      name: 'deleting one row, and finding it gone',
      source: ['0890', '0891'],
      given,
      when: async (lab, { id }) => [
        await lab.me.write(deleteSubmission(await scratch(lab), id), undefined),
        await lab.me.write(deleteSubmission(await scratch(lab), id), undefined),
      ],
      expected: ['deleted', 'gone'],
    }),
    fact<Row>({
      name: 'deleting many rows',
      source: ['0893'],
      given,
      when: async (lab, row) => {
        await lab.me.write(deleteSubmissions(await scratch(lab)), { ids: [row.id] })
        return isThere(lab, row)
      },
      expected: false,
    }),
    fact<Row>({
      name: 'one more of a row, once',
      source: ['0855'],
      given,
      when: async (lab, { id }) => {
        const source = await lab.me.read(submissionQueries.one(await scratch(lab), id))
        const copy = await lab.me.write(duplicateSubmission(await scratch(lab)), { source })
        const again = await lab.me.write(duplicateSubmission(await scratch(lab)), { source, after: id })
        return { isNew: copy._id !== id, isSame: again._id === copy._id }
      },
      expected: { isNew: true, isSame: true },
    }),
    fact({
      name: 'a file of a row, for looking and for keeping',
      source: ['0871', '0872'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const answers = { name: 'file', photo: 'photo.png' }
        const { id } = await addRow(lab, project, answers, { files: { 'photo.png': onePixel() } })
        const [file] = attachmentsOf(await lab.me.read(submissionQueries.one(project.uid, id)))
        if (!file) return 'no file'
        const shown = await lab.me.read(attachmentFile(file.download_url))
        const kept = await lab.me.write(downloadAttachment(file), undefined)
        return [shown.size, kept.size].map((size) => size > 0)
      },
      expected: [true, true],
    }),
  ],
}
