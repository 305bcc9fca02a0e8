import { deleteAsset, renameAsset } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { saveTableSettings } from '#/api/kpi/data-table/mutations.ts'
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
import { filesOf } from '#/dataset/model/system-fields.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab, Row } from '../../lab/lab.ts'
import { addRow, createProject, onePixel } from '../../lab/projects.ts'

const addScratchRow = async (lab: Lab) => addRow(lab, await lab.project('scratch'), { name: 'by the app' })
const scratchUid = async (lab: Lab) => (await lab.project('scratch')).uid

const exists = async (lab: Lab, { id }: Row) =>
  (await lab.me.request('GET', `${(await lab.project('scratch')).path}data/${id}/`)).status === 200

/** Mutations of the app. */
export const appWriting: Group = {
  name: 'mutations of the app',
  facts: [
    fact({
      name: 'renaming a project, with a conflict if somebody else renamed it',
      source: ['0370'],
      when: async (lab) => {
        const { uid, path } = await createProject(lab, 'to-rename')
        const { name } = await lab.me.query(assetQueries.detail(uid))
        const renamed = await lab.me.mutate(renameAsset(uid), { name: `${name}-renamed`, from: name })
        await lab.me.request('PATCH', path, { body: { name: `${name}-by-a-colleague` } })
        const late = lab.me.mutate(renameAsset(uid), { name: `${name}-late`, from: renamed.name })
        return [renamed.name === `${name}-renamed`, await late.catch(({ kind }: { kind: string }) => kind)]
      },
      expected: [true, 'conflict'],
    }),
    fact({
      name: 'deleting a project, and deleting it again',
      source: ['0417', '0418'],
      when: async (lab) => {
        const { uid } = await createProject(lab, 'to-delete-by-the-app')
        return [await lab.me.mutate(deleteAsset(uid), undefined), await lab.me.mutate(deleteAsset(uid), undefined)]
      },
      expected: ['deleted', 'gone'],
    }),
    fact({
      name: 'data-table settings are merged with others',
      source: ['0372'],
      when: async (lab) => {
        const { uid, path } = await createProject(lab, 'table-settings')
        await lab.me.request('PATCH', path, {
          body: { settings: { description: 'stays', 'data-table': { unknown: 1 } } },
        })
        const from = { unknown: 1 }
        const asset = await lab.me.mutate(saveTableSettings(uid), { from, to: { 'frozen-column': 'name' } })
        return { description: asset.settings.description, table: asset.settings['data-table'] }
      },
      expected: { description: 'stays', table: { unknown: 1, 'frozen-column': 'name' } },
    }),
    fact({
      name: 'downloading the form as a spreadsheet',
      source: ['0353', '1303'],
      when: async (lab) => {
        const asset = await lab.me.query(assetQueries.detail((await lab.project('table')).uid))
        return (await lab.me.mutate(downloadXlsForm(asset), undefined)).size > 1000
      },
      expected: true,
    }),
    fact({
      name: 'giving a role to a user and removing it',
      source: ['0602-g', '0657'],
      needs: 'other',
      when: async (lab) => {
        const { uid } = await lab.project('shared')
        const { username } = lab.other
        const accessOfOther = async () => {
          const { results } = await lab.me.query(permissionQueries.list(uid))
          return toPeople(results).find((person) => person.username === username)
        }
        await lab.me.request('DELETE', `api/v2/assets/${uid}/permission-assignments/bulk/`, { body: { username } })
        await lab.me.mutate(changeAccess(uid), { username, from: NO_ACCESS, to: new Set(codenamesOf('reviewer')) })
        const reviewer = await accessOfOther()
        await lab.me.mutate(changeAccess(uid), { username, from: reviewer ?? NO_ACCESS, to: new Set<Codename>() })
        return { reviewer: [...(reviewer?.held ?? [])].toSorted(), after: await accessOfOther() }
      },
      expected: { reviewer: [...codenamesOf('reviewer')].toSorted(), after: undefined },
    }),
    fact<Row>({
      name: 'deleting a row, and deleting it again',
      source: ['0890', '0891'],
      given: addScratchRow,
      when: async (lab, { id }) => [
        await lab.me.mutate(deleteSubmission(await scratchUid(lab), id), undefined),
        await lab.me.mutate(deleteSubmission(await scratchUid(lab), id), undefined),
      ],
      expected: ['deleted', 'gone'],
    }),
    fact<Row>({
      name: 'deleting several rows',
      source: ['0893'],
      given: addScratchRow,
      when: async (lab, row) => {
        await lab.me.mutate(deleteSubmissions(await scratchUid(lab)), { ids: [row.id] })
        return exists(lab, row)
      },
      expected: false,
    }),
    fact<Row>({
      name: 'duplicating a row, once even when repeated',
      source: ['0855'],
      given: addScratchRow,
      when: async (lab, { id }) => {
        const source = await lab.me.query(submissionQueries.one(await scratchUid(lab), id))
        const copy = await lab.me.mutate(duplicateSubmission(await scratchUid(lab)), { source })
        const again = await lab.me.mutate(duplicateSubmission(await scratchUid(lab)), { source, after: id })
        return { isNew: copy._id !== id, isSame: again._id === copy._id }
      },
      expected: { isNew: true, isSame: true },
    }),
    fact({
      name: 'showing and downloading an attachment',
      source: ['0871', '0872'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const answers = { name: 'file', photo: 'photo.png' }
        const { id } = await addRow(lab, project, answers, { files: { 'photo.png': onePixel() } })
        const [file] = filesOf(await lab.me.query(submissionQueries.one(project.uid, id)))
        if (!file) return 'no file'
        const shown = await lab.me.query(attachmentFile(file.url))
        const kept = await lab.me.mutate(downloadAttachment(file), undefined)
        return [shown.size, kept.size].map((size) => size > 0)
      },
      expected: [true, true],
    }),
  ],
}
