import * as z from './zod'
import type { Machine } from './state-machine'

export const CertificateKind = z.enum(['service', 'excellent', 'team'])
export type CertificateKind = z.output<typeof CertificateKind>

type Words = { title: string; of: string; body: (facts: CertificateFacts) => string }
/** What a certificate speaks of; `minutes` of service, null for a team. */
export type CertificateFacts = { year: number; times: number | null; hours: string | null }

/** What each certificate says, as data. */
export const certificateWords: Record<CertificateKind, Words> = {
  service: {
    title: '志愿服务证书',
    of: '年度志愿服务合格',
    body: ({ year, times, hours }) =>
      `在 ${year} 年度安全生产社会监督志愿服务中，参加专题志愿活动 ${times ?? 0} 次，服务 ${hours ?? ''}，年度考核合格。特发此证，以资鼓励。`,
  },
  excellent: {
    title: '荣誉证书',
    of: '年度优秀志愿者',
    body: ({ year }) => `在 ${year} 年度安全生产社会监督志愿服务中表现优异，被评为“优秀志愿者”。特发此证，以资鼓励。`,
  },
  team: {
    title: '荣誉证书',
    of: '年度优秀志愿服务队',
    body: ({ year }) =>
      `在 ${year} 年度安全生产社会监督志愿服务中成绩突出，被评为“优秀志愿服务队”。特发此证，以资鼓励。`,
  },
}

/** How a number is written, as data: `安志〔2026〕0001号`. One series a union tree and year, without gaps. */
export const certificatePattern = { text: '安志〔{year}〕{count}号', digits: 4 } as const
export const spellNumber = (
  year: number,
  count: number,
  { text, digits }: { text: string; digits: number } = certificatePattern,
): string => text.replace('{year}', String(year)).replace('{count}', String(count).padStart(digits, '0'))

/** `AZ 000123`: a badge keeps its number for life. */
export const spellBadge = (count: number): string => `AZ ${String(count).padStart(6, '0')}`

export const CertificateState = z.enum(['valid', 'replaced', 'revoked'])
export type CertificateState = z.output<typeof CertificateState>
export type CertificateAct = 'reissue' | 'revoke'
export const certificateMachine: Machine<CertificateState, CertificateAct> = {
  states: {
    valid: { label: '有效', tone: 'done' },
    replaced: { label: '已换发', tone: 'off' },
    revoked: { label: '已撤销', tone: 'late' },
  },
  moves: [
    { from: ['valid'], act: 'reissue', to: 'replaced', by: ['officer'], label: '换发', requires: ['reason'] },
    { from: ['valid'], act: 'revoke', to: 'revoked', by: ['officer'], label: '撤销', requires: ['reason'] },
  ],
}

/** `李*`: the surname alone, however long the name is. */
export const surnameAlone = (name: string): string => `${[...name][0] ?? '某'}*`
export const erasedName = '已注销'
