import { mostTexts, type TextState } from 'types/notice-template'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { TextDoc } from './text-doc'

export const texts = collection<TextDoc>('notice_templates')

const rowFields = [
  ...['nodeId', 'nodeName', 'under', 'template', 'state', 'version', 'name', 'folder', 'wording', 'page'],
  ...['edition', 'saved'],
]

export const findText = (id: string) => texts.find(id)
export const createText = (text: TextDoc) => texts.insert(text)

/** Texts of these nodes, without their editions. One trip. */
export const listTexts = (nodeIds: readonly string[], state: TextState) =>
  texts.list({ nodeId: command.in(nodeIds), state }, { limit: 1000, fields: rowFields })

/** Whether a node has as many as it may have. */
export const isFull = async (nodeId: string): Promise<boolean> =>
  (await texts.list({ nodeId, state: 'live' }, { limit: mostTexts, fields: ['_id'] })).length >= mostTexts
