import { deriveId } from 'types/ids'
import { countAtBooth } from 'types/visit-source'
import type { City } from './city'
import { openDice } from './dice'
import type { Enterprise } from './enterprises'
import type { Person } from './people'
import { nodeId, type Node } from './tree'
import { trail } from './trail'

export type Booth = {
  id: string
  node: Node
  name: string
  place: string
  enterprise: Enterprise | null
  task: 'home' | 'quiz' | 'hazard' | 'volunteer'
}

const boothId = (name: string) => deriveId('seed-booth', name)

/** The booth of the demonstration's own landing. */
export const demoBooth = boothId('中心广场 3 号展台')

type Plan = [name: string, place: string, union: string, task: Booth['task']]
const plans: readonly Plan[] = [
  ['中心广场 3 号展台', '中心广场东侧', '青泽市总工会', 'home'],
  ['中心广场 1 号展台', '中心广场正门', '青泽市总工会', 'quiz'],
  ['工人文化宫展台', '工人文化宫一楼', '青泽市总工会', 'volunteer'],
  ['东原区政务大厅展台', '政务大厅一楼', '东原区总工会', 'home'],
  ['槐荫街道服务站', '槐荫街道工会服务站', '槐荫街道总工会', 'volunteer'],
  ['西岭区安全月展台', '西岭体育公园', '西岭区总工会', 'quiz'],
  ['码头作业区展台', '三号泊位调度楼', '北埠区总工会', 'hazard'],
  ['菱塘镇大集展台', '菱塘镇大集', '菱塘镇总工会', 'home'],
]

/** Eight booths of unions and four inside enterprises. */
export const planBooths = (nodes: readonly Node[], enterprises: readonly Enterprise[]): Booth[] => {
  const outside = plans.map(([name, place, union, task]) => {
    const node = nodes.find((candidate) => candidate._id === nodeId(union)) as Node
    return { id: boothId(name), node, name, place, enterprise: null, task }
  })
  const inside = enterprises.filter((enterprise) => enterprise.union).slice(0, 4)
  return [
    ...outside,
    ...inside.map((enterprise) => {
      const name = `${enterprise.name}班前会扫码点`
      return {
        id: boothId(name),
        node: enterprise.union as Node,
        name,
        place: '一车间门口',
        enterprise,
        task: 'hazard' as const,
      }
    }),
  ]
}

export const putBooth = (city: City, booth: Booth, campaignId: string, by: Person) => {
  const { id, node, name, place, enterprise, task } = booth
  const happened = { act: 'create', to: 'open', at: city.at(-20, 9), by: by.personId, name: by.name, verb: '新建展台' }
  const subject = `展台「${name}」`
  city.add('booths', {
    ...trail(city, { collection: 'booths', _id: id, under: node.under, subject }, [happened]),
    ...{ nodeId: node._id, nodeName: node.name, name, place, campaignId, task, closesAt: null, code: null },
    enterprise: enterprise && { id: enterprise._id, name: enterprise.name },
  })
}

/** Workers scan one to three booths over the last three weeks. */
export const scanBooths = (city: City, workers: readonly Person[], booths: readonly Booth[]): Person[] => {
  const dice = openDice('scans')
  return workers.map((worker) => {
    const first = dice.below(booths.length)
    const count = dice.between(1, 3)
    const visited = Array.from({ length: count }, (_, index) => booths[(first + index * 5) % booths.length] as Booth)
    const scans = visited.map(({ id, node }) => ({
      id,
      under: node.under,
      at: city.at(-dice.between(0, 18), dice.between(8, 20)),
    }))
    for (const { id, at } of scans)
      for (const stage of ['scans', 'people'] as const)
        for (const { key, field, by } of countAtBooth(id, stage, at)) city.count('org', key, field, by)
    return { ...worker, booths: scans }
  })
}
