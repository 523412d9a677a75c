import { myBadge } from './badge'
import { reissueCertificate, revokeCertificate } from './change'
import { issueCertificates } from './issue'
import { verify } from './verify'
import { certificate, certificateSubject, certificates, myCertificate, myCertificates, ownCertificate } from './view'

const keeping = { certificates, certificate, issueCertificates, reissueCertificate, revokeCertificate }

export const certificateHandlers = { ...keeping, myCertificates, myCertificate, myBadge, verify }
export const certificateSubjects = { certificate: certificateSubject, ownCertificate }
