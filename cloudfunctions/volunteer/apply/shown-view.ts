import type { ApplicationDoc } from '../documents'
import { toView, type Viewer } from '../views'
import { showPapers } from './papers'

/** The application with addresses of its pictures: for the applicant and whoever reviews it. */
export const toShownView = async (doc: ApplicationDoc, viewer: Viewer) => ({
  ...toView(doc, viewer),
  papers: await showPapers(doc.personal?.papers),
})
