import { Button } from './button'

/** The consent of PrivacyPopup in a browser. */
export const AgreeButton = ({ onAgree }: { onAgree: () => void }) => <Button onPress={onAgree}>同意并继续</Button>
