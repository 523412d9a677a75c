import type { TextState } from 'types/notice-template'
import type { OfficerTemplate, Wording } from 'types/template-keys'
import type { Aggregate } from '../../kit/aggregate'

/** What an edition says. */
export type TextBody = { name: string; folder: string; wording: Wording; page: string | null }
export type Edition = TextBody & { edition: number; by: string; office: string; at: Date; changed: string[] }

/** A text a union keeps for its messages. */
export type TextDoc = Aggregate<TextState> &
  TextBody & {
    nodeId: string
    nodeName: string
    template: OfficerTemplate
    edition: number
    /** Who wrote the edition in use, and when: lists read no editions. */
    saved: { by: string; at: Date }
    /** The latest 50, oldest first; the last is the one in use. */
    editions: Edition[]
  }
