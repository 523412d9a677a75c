// Every place that asks for consent to messages, on the shipped WeChat package: asked within the tap itself, refused once and left alone.
import { ConsentPlace } from 'types/consent-places'
import { startCloud, type Cloud } from '../../support/cloud'
import { panelsInSource, placesInSource } from '../../support/consent-places'
import { figure } from '../../support/figure'
import { consentWalks } from '../../support/weapp/consent-walks'

type Outcome = { place: ConsentPlace; inTap: boolean; most: number; named: boolean; why: string }

const walk = async (cloud: Cloud, place: ConsentPlace): Promise<Outcome> => {
  try {
    const { phone, tap } = await consentWalks[place](cloud)
    const before = phone.diary.subscribeAsked.length
    await phone.tap(tap)
    const asked = phone.diary.subscribeAsked.slice(before)
    await phone.waitFor(() => phone.diary.calls.some(({ event }) => (event as { action: string }).action === 'consent'))
    const named = phone.diary.calls.some(({ event }) => {
      const { action, input } = event as { action: string; input: { place?: string } }
      return action === 'consent' && input.place === place
    })
    return { place, inTap: asked.length === 1, most: Math.max(0, ...asked.map(({ length }) => length)), named, why: '' }
  } catch (failure) {
    return { place, inTap: false, most: 0, named: false, why: String(failure).split('\n')[0] ?? '' }
  }
}

const main = async () => {
  const [places, panels] = [placesInSource(), panelsInSource()]
  const cloud = await startCloud({ seed: true, env: 'config/local.env' })
  const outcomes: Outcome[] = []
  for (const place of ConsentPlace.options) outcomes.push(await walk(cloud, place))
  await cloud.stop()
  for (const { place, inTap, why } of outcomes)
    process.stdout.write(`  ${place}: ${inTap ? 'in the tap' : `not in the tap ${why}`}\n`)
  const all = places.length
  const walked = places.filter((place) => place in consentWalks).length
  const held = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length
  figure('places in the source that are walked', `${walked} of ${all}`, 'goal all', walked === all && all > 0)
  figure(
    'files that open the panel themselves',
    panels.join(' '),
    'goal the hook and its platform',
    panels.length === 2,
  )
  figure(
    'places that ask in the tap itself',
    `${held((one) => one.inTap)} of ${all}`,
    'goal all',
    held((one) => one.inTap) === all,
  )
  figure(
    'consents that name their place',
    `${held((one) => one.named)} of ${all}`,
    'goal all',
    held((one) => one.named) === all,
  )
  const most = Math.max(...outcomes.map((one) => one.most))
  figure('templates asked for at once', `at most ${most}`, 'goal at most 3', most >= 1 && most <= 3)
}

void main()
