import type { SheetKind, sheetEntries } from 'types/org-imports'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import type { Handler } from '../../kit/serve'
import { writeSheet } from '../../kit/sheet-write'

type Column = { title: string; width: number; samples: readonly [string | number, string | number] }

const columns: Record<SheetKind, readonly Column[]> = {
  enterprises: [
    { title: '企业名称', width: 30, samples: ['示例机械有限公司（导入前删去）', '示例商贸有限公司（导入前删去）'] },
    { title: '统一社会信用代码', width: 21, samples: ['', ''] },
    { title: '所属工会', width: 24, samples: ['', ''] },
    { title: '行业', width: 12, samples: ['机械制造', '商贸'] },
    { title: '职工人数', width: 10, samples: [320, 45] },
    { title: '班组数', width: 9, samples: [12, 3] },
    { title: '劳务派遣人数', width: 10, samples: [20, 0] },
    { title: '新就业形态人数', width: 10, samples: [0, 6] },
    { title: '已建工会', width: 9, samples: ['是', '否'] },
    { title: '高危', width: 8, samples: ['是', '否'] },
    { title: '非公', width: 8, samples: ['是', '是'] },
    { title: '中小微', width: 8, samples: ['否', '是'] },
    { title: '地址', width: 26, samples: ['', ''] },
    { title: '联系岗位', width: 14, samples: ['安全科', '综合办公室'] },
    { title: '联系电话', width: 15, samples: ['', ''] },
  ],
  nodes: [
    { title: '上级', width: 28, samples: ['', '示例区总工会'] },
    { title: '名称', width: 30, samples: ['示例区总工会', '示例街道总工会'] },
    { title: '类型', width: 20, samples: ['地方工会', '地方工会'] },
  ],
}
const titles: Record<SheetKind, string> = { enterprises: '企业导入模板', nodes: '组织导入模板' }
const notes: Record<SheetKind, string> = {
  enterprises: '“所属工会”不填就登记在导入时所选的工会；“是/否”也可以填 √ / ×；再次导入按信用代码或名称更新。',
  nodes: '“上级”不填就建在导入时所选的工会下面；类型填地方工会、产业（系统）工会、集团公司工会、企业工会、车间或班组。',
}

/** An empty table with two examples; drawn anew each time under one name, so that it is never an old one. */
export const sheetTemplate: Handler<(typeof sheetEntries)['sheetTemplate']> = async ({ kind }) => {
  const fileContent = await writeSheet({
    ...{ title: titles[kind], subtitle: notes[kind], rows: [0, 1] as const },
    columns: columns[kind].map(({ title, width, samples }) => ({ title, width, cell: (row: 0 | 1) => samples[row] })),
  })
  const { fileID } = await platform.uploadFile({ cloudPath: `templates/org-${kind}.xlsx`, fileContent })
  return { url: (await tempUrls([fileID])).get(fileID) ?? '', fileName: `${titles[kind]}.xlsx` }
}
