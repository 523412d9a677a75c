import { noticeContract } from 'types/notice'
import { serve } from '../kit/serve'
import { audiencePeople } from './audience/audience-people'
import { audienceChoices, audiences, retireAudience, saveAudience } from './audience/saved'
import { deliver } from './deliver'
import { credits } from './inbox/credits'
import { inbox, markRead } from './inbox/inbox'
import { pushSeen } from './inbox/seen'
import { approvePush, cancelPush, pausePush, resumePush, retryPush, returnPush } from './push/push-acts'
import { pushOutcome } from './push/outcome'
import { preview, pushes, pushResult, send } from './push/pushes'
import { callSheet } from './push/call-sheet'
import { testers, trial } from './push/trial'
import { pushRules, setPushRules } from './rules/rules'
import { subjects } from './subjects'
import { consent, subscriptions } from './inbox/subscriptions'
import { templates } from './template/templates'
import { createText, restoreText, retireText, revertText, saveText, text, texts } from './template/texts'
import { tryTemplate } from './template/try-template'
import { tick } from './tick'
import { setTrigger, triggers } from './trigger/triggers'

const person = { subscriptions, consent, inbox, markRead }
const desk = { templates, tryTemplate, preview, send, pushes, pushResult, pushOutcome, pushSeen }
const reins = { testers, trial, approvePush, returnPush, cancelPush, pausePush, resumePush, retryPush, callSheet }
const office = {
  audiences,
  audienceChoices,
  audiencePeople,
  saveAudience,
  retireAudience,
  pushRules,
  setPushRules,
  credits,
}

const wordings = { texts, text, createText, saveText, revertText, retireText, restoreText }
const automatic = { triggers, setTrigger }

export const main = serve(
  'notice',
  noticeContract,
  { ...person, ...desk, ...reins, ...office, ...wordings, ...automatic, tick, deliver },
  subjects,
)
