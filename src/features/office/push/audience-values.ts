import { audienceLabels, AudienceWho, type Audience, type AudiencePart } from 'types/notice-audience'
import type * as z from 'types/zod'

type Who = z.output<typeof AudienceWho>

/** How the people of the form's node are narrowed; `yes:<id>` and `no:<id>` say of what and whether. */
export type Narrowing = {
  industry: string
  contest: string
  activity: string
  reported: '' | 'yes' | 'no'
  also: Who[]
  except: Who[]
  subscribed: boolean
  /** Persons left out by name. */
  without: { id: string; name: string }[]
  /** A kept audience taken as it is, in place of all the others. */
  saved: { audience: Audience; words: string } | null
}

export const freshNarrowing: Narrowing = {
  ...{
    industry: '',
    contest: '',
    activity: '',
    reported: '',
    also: [],
    except: [],
    subscribed: false,
    without: [],
    saved: null,
  },
}

export const whoChoices = AudienceWho.options.map((value) => ({ value, label: audienceLabels[value] }))
export const groupChoices = whoChoices.filter(({ value }) => value !== 'everyone')
export const reportedChoices = [
  { value: '', label: '不限' },
  { value: 'no', label: '本月还没上报' },
  { value: 'yes', label: '本月上报过' },
]

const markOf = (choice: string) => {
  const [says = '', id = ''] = choice.split(':')
  return id ? { id, holds: says === 'yes' } : null
}

/** The audience as the contract takes it. */
export const toAudience = (nodeId: string, who: Who, narrowing: Narrowing): Audience => {
  const { saved, industry, reported, also, except, subscribed } = narrowing
  const ids = [...new Set([...(saved?.audience.without ?? []), ...narrowing.without.map(({ id }) => id)])]
  const leftOut = ids.length > 0 ? { without: ids } : {}
  if (saved) return { ...saved.audience, ...leftOut }
  const [contest, activity] = [markOf(narrowing.contest), markOf(narrowing.activity)]
  const partOf = (whom: Who): AudiencePart => ({
    ...{ nodeId, who: whom },
    ...(industry && { industry }),
    ...(contest && { contest: { id: contest.id, played: contest.holds } }),
    ...(activity && { activity: { id: activity.id, joined: activity.holds } }),
    ...(reported && { reported: reported === 'yes' }),
  })
  const more = also.filter((whom) => whom !== who)
  return {
    ...partOf(who),
    ...(more.length > 0 && { also: more.map(partOf) }),
    ...(except.length > 0 && { except: except.map((whom) => ({ nodeId, who: whom })) }),
    ...leftOut,
    ...(subscribed && { subscribed: true as const }),
  }
}

/** Both ways somebody may stand to each of these: not yet first, for that is whom one writes to. */
export const eitherWay = (choices: readonly { id: string; title: string }[], no: string, yes: string) => [
  { value: '', label: '不限' },
  ...choices.flatMap(({ id, title }) => [
    { value: `no:${id}`, label: `${no}“${title}”` },
    { value: `yes:${id}`, label: `${yes}“${title}”` },
  ]),
]
