import type { RawInputOf } from 'types/contract'
import { readPlaces, repeatedNames, type PlaceRow } from 'types/booth-places'
import type { boothEntries } from 'types/org-booth'
import { endOfDay } from '@/lib/clock'
import type { Step } from '../node-browser'
import type { Booth } from './booth-api'

export type BatchValues = {
  node: Step
  title: string
  task: Booth['task']
  campaignId: string
  closesAt: string | undefined
  /** One place a line. */
  places: string
  /** One booth each, beside the places. */
  enterprises: readonly Step[]
}

export const freshBatch = (node: Step): BatchValues => ({
  ...{ node, title: '', task: 'home', campaignId: '', closesAt: undefined, places: '', enterprises: [] },
})

const atEnterprise = ({ id, name }: Step) => ({
  name: `${name.slice(0, 25)}扫码点`,
  place: name.slice(0, 60),
  enterpriseId: id,
})

/** Every booth of the batch, with what is wrong about it. */
export const rowsOf = ({ places, enterprises }: Pick<BatchValues, 'places' | 'enterprises'>): PlaceRow[] => {
  const typed = readPlaces(places)
  const chosen = enterprises.map((one) => ({ ...atEnterprise(one), problem: null }))
  const repeated = repeatedNames([...typed, ...chosen].map(({ name }) => name))
  return [...typed, ...chosen].map((row) =>
    row.problem === null && repeated.has(row.name) ? { ...row, problem: '这一批里有两个展台同名，请区分开' } : row,
  )
}

type Input = Omit<RawInputOf<typeof boothEntries.createBooths>, '_id'>

export const toBatch = (values: BatchValues): Input => ({
  ...{ nodeId: values.node.id, title: values.title, task: values.task },
  ...(values.campaignId && { campaignId: values.campaignId }),
  ...(values.closesAt && { closesAt: endOfDay(values.closesAt) }),
  places: [
    ...readPlaces(values.places).map(({ name, place }) => ({ name, place })),
    ...values.enterprises.map(atEnterprise),
  ],
})
