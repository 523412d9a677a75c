import type { Contract, Entry } from 'types/contract'
import { deskContract } from 'types/desk'
import { hazardContract } from 'types/hazard-contract'
import { noticeContract } from 'types/notice'
import { orgContract } from 'types/org-contract'
import { quizContract } from 'types/quiz'
import { volunteerContract } from 'types/volunteer-contract'

/** Every contract there is, by the function that serves it. */
export const contracts: Record<string, Contract> = {
  org: orgContract,
  volunteer: volunteerContract,
  quiz: quizContract,
  hazard: hazardContract,
  notice: noticeContract,
  desk: deskContract,
}

export type Named = { domain: string; action: string; entry: Entry }

/** Every entry of every contract, present and future. */
export const entries: Named[] = Object.entries(contracts).flatMap(([domain, contract]) =>
  Object.entries(contract).map(([action, entry]) => ({ domain, action, entry })),
)

export const nameOf = ({ domain, action }: Pick<Named, 'domain' | 'action'>) => `${domain}.${action}`
