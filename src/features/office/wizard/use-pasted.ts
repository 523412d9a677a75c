import { useState } from 'react'
import { textFile } from '@/lib/text-file'
import { useOfficeSheet, useSaveSheet, useSheet } from '../register/sheet-api'
import { tableOf } from './pasted-list'

type Kind = Parameters<typeof tableOf>[1]

/**
 * Founds the unions of a pasted list: looked over row by row as an imported table is, and taken in at once where every row is
 * understood. `report` says what stands, what was wrong with which row, and how far it is.
 */
export const usePasted = (nodeId: string) => {
  const check = useOfficeSheet({ nodeId, kind: 'nodes' })
  const save = useSaveSheet()
  const [isReading, setReading] = useState(false)
  const followed = useSheet(check.data?.id ?? '', save.isSuccess)
  const report = followed.data ?? save.data ?? check.data

  const found = async (text: string, kind: Kind) => {
    setReading(true)
    try {
      save.reset()
      const table = tableOf(text, kind)
      const path = await textFile(table)
      const checked = await check.mutateAsync({ path, name: '粘贴的名单.csv', size: table.length })
      if (checked.rejected === 0 && checked.fresh > 0)
        await save.mutateAsync({ id: checked.id, version: checked.version, take: [] })
    } catch {
      // Said on the page by the mutation that failed.
    } finally {
      setReading(false)
    }
  }
  const isSaving = report?.state === 'saving'
  return { found, report, isBusy: isReading || isSaving, error: check.error ?? save.error }
}
