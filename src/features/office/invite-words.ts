import { managerRoles, roleLabels, type GrantRole } from 'types/org'
import { inviteDays } from 'types/org-office'
import type * as z from 'types/zod'
import { showDate } from '@/lib/clock'
import type { InviteRow, NodeView } from './api'

type Role = z.output<typeof GrantRole>

const teamTypes: readonly NodeView['type'][] = ['enterprise', 'workshop', 'team']

/** Who may be invited at a node: regulators in their tree, team leaders only where there are teams. */
export const rolesAt = ({ authority, type }: Pick<NodeView, 'authority' | 'type'>): Role[] => {
  if (authority === 'regulator') return ['regulator']
  return teamTypes.includes(type) ? ['officer', 'fixer', 'team-leader'] : ['officer', 'fixer']
}

/** What the person may do then, so that nobody is invited to more than was meant. */
export const roleMeanings: Record<Role, string> = {
  officer: '能查看和办理这个单位及下级的隐患、审核、活动，还能邀请其他人。',
  regulator: '能审核志愿者的专业条件，查看移交的情况，还能邀请本单位及下级的同事。',
  fixer: '只能查看和答复交办给这家企业的隐患，看不到保密的上报人。',
  'team-leader': '能替班组里不用微信的职工代为上报。',
}

export const invitePage = (id: string): string => `/packages/org/invite?i=${id}`

/** What is sent to the invited person along with the way in. */
export const inviteText = ({ role, nodeName, expiresAt, scene }: InviteRow, link: string | null): string => {
  const way = link
    ? `请点开：${link}`
    : `请打开微信小程序“安康志愿”，在“我的 - 消息”最下面点“我有邀请码”，填入：${scene}`
  return `邀请您担任“${roleLabels[role]}”（${nodeName}）。${way} 。${inviteDays} 天内有效，至 ${showDate(expiresAt)}，只能用一次。`
}

export const isManager = (role: Role): boolean => managerRoles.includes(role)
