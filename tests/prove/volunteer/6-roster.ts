// The roster as a sheet, drawn as a printer would: exported while it changes, on paper it is one version, wholly.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync, copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deriveId } from 'types/ids'
import type { OutputOf } from 'types/contract'
import type { RosterHead, rosterEntries } from 'types/volunteer-roster'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { testEnv } from '../../support/factories/quiz'
import { cast, idOf, nodeLines } from '../../support/factories/volunteer'
import { enrolMany, type Member } from '../../support/factories/volunteer-crowd'
import { figure } from '../../support/figure'
import { seedFile } from '../../support/seed-file'

const count = 40
const titles = [
  '序号',
  '姓名',
  '性别',
  '身份证号',
  '工作单位',
  '部门及职务',
  '专业类别',
  '联系电话',
  '工会意见',
  '监管意见',
  '队伍',
  '备注',
]

const has = (program: string) => {
  try {
    execFileSync('which', [program])
    return true
  } catch {
    return false
  }
}

const exportOne = async (cloud: Cloud, id: string, full: boolean) => {
  const input = { id, full, ...(full ? { reason: '报送市职工服务中心' } : {}) }
  const { url } = await cloud.call<OutputOf<typeof rosterEntries.exportRoster>>(
    ...(['volunteer', 'exportRoster', input, 'east-officer'] as const),
  )
  return (await cloud.request(url)).body
}

const draw = (sheet: Buffer, into: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'roster-'))
  writeFileSync(path.join(folder, 'roster.xlsx'), sheet)
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'roster.xlsx')])
  const pdf = path.join(folder, 'roster.pdf')
  const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString()
  const size = execFileSync('pdfinfo', [pdf]).toString()
  execFileSync('pdftoppm', ['-png', '-r', '70', pdf, path.join(folder, 'page')])
  if (into) copyFileSync(path.join(folder, 'page-1.png'), into)
  return { pages: text.split('\f').filter((page) => page.trim() !== ''), size, folder }
}

const onPaper = (sheet: Buffer) => {
  if (!has('soffice') || !has('pdftotext')) {
    process.stdout.write('no soffice or pdftotext here: the sheet is not drawn\n')
    return
  }
  const { pages, size, folder } = draw(sheet, process.env.PICTURE ?? '')
  const headed = pages.filter((page) => page.includes('身份证号') && page.includes('监管意见')).length
  figure(
    'pages with the head of the table',
    `${headed} of ${pages.length}`,
    'all',
    headed === pages.length && headed > 1,
  )
  figure('paper', /Page size: +(.*)/.exec(size)?.[1] ?? '', 'A4 landscape', /84[12].*x 595/.test(size))
  const last = pages.at(-1) ?? ''
  figure('boxes for both seals', `${last.split('盖章').length - 1}`, '2', last.split('盖章').length === 3)
  process.stdout.write(`drawn in ${folder}\n`)
}

const main = async () => {
  const seed = seedFile([...nodeLines(), ...cast()])
  const cloud = await startCloudAt({ seed, env: testEnv, now: '2026-06-10T02:00:00.000Z' })
  try {
    const crowd = await enrolMany(cloud, 0, count)
    const id = deriveId('prove-roster')
    const seal = { _id: id, nodeId: idOf('eastRegulator') }
    const head = await cloud.call<RosterHead>('volunteer', 'sealRoster', seal, 'east-regulator')
    // Half of them leave and others come while it is exported.
    const [masked, full] = await Promise.all([
      exportOne(cloud, id, false),
      exportOne(cloud, id, true),
      enrolMany(cloud, 100, 10),
      ...crowd
        .slice(0, count / 2)
        .map((one: Member) => cloud.call('volunteer', 'quit', { id: one.id, version: 2, reason: '调离' }, one.openid)),
    ])
    const again = await exportOne(cloud, id, false)
    const { readSheet } = await import('read-excel-file/node')
    const cells = async (sheet: Buffer) => (await readSheet(sheet)) as unknown as (string | number | null)[][]
    const rowsOf = async (sheet: Buffer) => (await cells(sheet)).filter(([no]) => typeof no === 'number')
    const [first, second, numbers] = [await rowsOf(masked), await rowsOf(again), await rowsOf(full)]
    const heads = (await cells(masked)).find(([cell]) => cell === '序号') ?? []
    figure(
      'columns',
      heads.filter(Boolean).join('、'),
      titles.join('、'),
      heads.filter(Boolean).join() === titles.join(),
    )
    const isSame = JSON.stringify(first) === JSON.stringify(second)
    figure(
      'rows of one version while it changes',
      `${first.length}, then ${second.length}`,
      `${head.rows}, the same`,
      isSame,
    )
    const shown = crowd.filter(({ idCard }) => JSON.stringify(first).includes(idCard)).length
    figure('full numbers in the masked sheet', `${shown}`, '0', shown === 0)
    const found = crowd.filter(({ idCard }) => numbers.some((row) => row[3] === idCard)).length
    figure('full numbers in the sealed one', `${found} of ${count}`, 'all', found === count)
    onPaper(masked)
  } finally {
    await cloud.stop()
  }
}

void main()
