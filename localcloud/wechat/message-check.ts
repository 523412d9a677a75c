import { randomUUID } from 'node:crypto'
import type { OpenApiParams } from './openapi-codec'
import type { Visits } from './open-visits'
import { wxError } from './wx-error'

export type Suggest = 'pass' | 'review' | 'risky'

/**
 * The words that the local check finds: every other text passes. They stand for WeChat's labels, so that a program can
 * be shown each answer without offensive text lying about.
 */
export const CHECK_WORDS: Record<string, { suggest: Suggest; label: number }> = {
  本地广告测试词: { suggest: 'review', label: 10001 },
  本地时政测试词: { suggest: 'risky', label: 20001 },
  本地低俗测试词: { suggest: 'risky', label: 20002 },
  本地辱骂测试词: { suggest: 'risky', label: 20003 },
  本地违法测试词: { suggest: 'risky', label: 20006 },
  本地其他测试词: { suggest: 'review', label: 21000 },
}

const NORMAL = { suggest: 'pass', label: 100 } as const
const SCENES = [1, 2, 3, 4]
const MOST_CHARACTERS = 2500

/** The rules msgSecCheck and mediaCheckAsync share: version 2, a scene, and a visit within two hours. */
export const checkAsker = (visits: Visits, { version, scene, openid }: OpenApiParams): string => {
  if (version !== 2) throw wxError(40097, 'invalid args: version')
  if (!SCENES.includes(Number(scene))) throw wxError(40097, 'invalid args: scene')
  if (typeof openid !== 'string' || openid === '') throw wxError(40003, 'invalid openid')
  if (!visits.isRecent(openid)) throw wxError(61010, 'code is expired: user has not visited within 2 hours')
  return openid
}

/** security.msgSecCheck, version 2. */
export const checkMessage = (visits: Visits, params: OpenApiParams): unknown => {
  checkAsker(visits, params)
  const { content } = params
  if (typeof content !== 'string' || content === '') throw wxError(44004, 'empty content')
  if ([...content].length > MOST_CHARACTERS) throw wxError(45002, 'content size out of limit')
  const found = Object.entries(CHECK_WORDS).filter(([word]) => content.includes(word))
  const worst = found.find(([, { suggest }]) => suggest === 'risky') ?? found[0]
  const result = worst?.[1] ?? NORMAL
  return {
    trace_id: randomUUID(),
    result,
    detail: [
      { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
      ...found.map(([keyword, { label }]) => ({ strategy: 'keyword', errcode: 0, label, keyword, level: 20 })),
    ],
  }
}
