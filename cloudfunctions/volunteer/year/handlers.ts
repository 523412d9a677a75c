import { callSheet } from './call-sheet'
import { agreeYears, answerYear, confirmYears } from './decide'
import { myFindings } from './findings'
import { yearList, yearOverview } from './overview'
import { myYear, objectYear, ownYear } from './own'
import { commentYear, yearRecord, yearRecordSubject } from './record'
import { rootSubject, setYearRules, yearRules } from './rules'
import { gatherRound, openRound, sealRound, yearRound, yearRoundSubject } from './round'

const looking = { yearRules, setYearRules, myYear, myFindings, yearOverview, yearList, yearRecord, callSheet }
const assessing = { objectYear, openRound, yearRound, gatherRound, commentYear, confirmYears, agreeYears, answerYear }

export const yearHandlers = { ...looking, ...assessing, sealRound }
export const yearSubjects = { root: rootSubject, ownYear, yearRecord: yearRecordSubject, yearRound: yearRoundSubject }
