import { noticeContract } from 'types/notice'
import { serve } from '../kit/serve'
import { deliver } from './deliver'
import { inbox, markRead } from './inbox'
import { cancelPush, pausePush, resumePush } from './push-acts'
import { preview, pushes, pushResult, send } from './pushes'
import { subjects } from './subjects'
import { consent, subscriptions } from './subscriptions'
import { templates } from './templates'
import { tick } from './tick'

const person = { subscriptions, consent, inbox, markRead }
const desk = { templates, preview, send, pushes, pushResult, cancelPush, pausePush, resumePush }

export const main = serve('notice', noticeContract, { ...person, ...desk, tick, deliver }, subjects)
