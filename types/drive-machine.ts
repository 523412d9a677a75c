import * as z from './zod'
import type { Machine } from './state-machine'

export const DriveState = z.enum(['draft', 'published', 'ended', 'withdrawn'])
export type DriveState = z.output<typeof DriveState>
export type DriveAct = 'revise' | 'fill' | 'publish' | 'end' | 'withdraw'

/** A drive (主题活动): the umbrella over contests, volunteers' activities, booths and what to look for. */
export const driveMachine: Machine<DriveState, DriveAct> = {
  states: {
    draft: { label: '草稿', tone: 'todo' },
    published: { label: '已发布', tone: 'doing' },
    ended: { label: '已结束', tone: 'done' },
    withdrawn: { label: '已撤回', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'revise', to: 'draft', by: ['officer'], label: '修改' },
    { from: ['published'], act: 'revise', to: 'published', by: ['officer'], label: '修改' },
    { from: ['draft'], act: 'fill', to: 'draft', by: ['officer'], label: '选择内容' },
    { from: ['published'], act: 'fill', to: 'published', by: ['officer'], label: '选择内容' },
    { from: ['draft'], act: 'publish', to: 'published', by: ['officer'], label: '发布', requires: ['last day ahead'] },
    { from: ['published'], act: 'end', to: 'ended', by: ['officer', 'clock'], label: '提前结束' },
    { from: ['draft', 'published'], act: 'withdraw', to: 'withdrawn', by: ['officer'], label: '撤回' },
  ],
}

/** Drives in which something can still be put. */
export const isLiving = (state: DriveState): boolean => state === 'draft' || state === 'published'

type Placed = { nodeId: string; state: DriveState; open: boolean }

/** Whether a union (its lineage, itself last) may put something of its own into the drive. */
export const mayJoin = ({ nodeId, state, open }: Placed, under: readonly string[]): boolean =>
  isLiving(state) && (under.at(-1) === nodeId || (open && state === 'published' && under.includes(nodeId)))

/** What other functions read of a drive. */
export type DriveCore = Placed & { _id: string; theme: string }

/** The sentence for a drive nothing can be put into. */
export const notJoinable = '没有找到这个主题活动，或它已经结束，请重新选择'
