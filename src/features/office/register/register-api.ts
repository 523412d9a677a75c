import { useQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { registerEntries } from 'types/org-register'
import { newest } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation } from '../office-call'

export type Enterprise = OutputOf<typeof registerEntries.enterprise>
export type EnterpriseInput = Omit<RawInputOf<typeof registerEntries.changeEnterprise>, 'id' | 'version'>

export const useEnterprise = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'enterprise', id],
    queryFn: () => call(registerEntries, 'org', 'enterprise', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useChangeEnterprise = () => useCommand(registerEntries, 'org', 'changeEnterprise')
export const useCloseEnterprise = () => useCommand(registerEntries, 'org', 'closeEnterprise')
export const useReopenEnterprise = () => useCommand(registerEntries, 'org', 'reopenEnterprise')
export const useExportRegister = () => useCreation(registerEntries, 'org', 'exportRegister')
