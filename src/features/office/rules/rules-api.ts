import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { ruleEntries } from 'types/hazard-rules'
import { call } from '@/lib/call'
import { officeKey, useCommand } from '../office-call'

export type Rules = OutputOf<typeof ruleEntries.rules>

export const useRules = () =>
  useQuery({ queryKey: [officeKey, 'rules'], queryFn: () => call(ruleEntries, 'hazard', 'rules', {}) })
export const useSetHolidays = () => useCommand(ruleEntries, 'hazard', 'setHolidays')
export const useSetLadderDays = () => useCommand(ruleEntries, 'hazard', 'setLadderDays')
