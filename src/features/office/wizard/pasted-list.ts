import { nodeTypeLabels, type NodeType } from 'types/org'
import type * as z from 'types/zod'

type Kind = z.output<typeof NodeType>
type Line = { name: string; parent: string }

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

// Spaces, wide spaces and tabs count alike: who moves a line in does so in one way.
const indentOf = (line: string) => /^[\s　]*/.exec(line)?.[0].length ?? 0

/** What was pasted, line by line; a line further in than the one above stands below it. */
export const linesOf = (text: string): Line[] => {
  const above: { indent: number; name: string }[] = []
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [indent, name] = [indentOf(line), line.trim().replace(/^\d+[.、)）]\s*/, '')]
      while ((above.at(-1)?.indent ?? -1) >= indent) above.pop()
      const parent = above.at(-1)?.name ?? ''
      above.push({ indent, name })
      return { name, parent }
    })
}

/** Whether it was copied out of a table with its head: then it says itself what kind each row is. */
const isTable = (text: string) => /^[^\n]*名称[^\n]*\t|^[^\n]*\t[^\n]*名称/.test(text)

/** What was pasted as the table the import reads: one kind for all, or a copied table as it is. */
export const tableOf = (text: string, kind: Kind): string => {
  if (isTable(text.trim())) return text.trim()
  const rows = linesOf(text).map(({ name, parent }) => [name, nodeTypeLabels[kind], parent].map(cell).join(','))
  return ['名称,类型,上级', ...rows].join('\n')
}
