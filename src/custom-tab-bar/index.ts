// WeChat asks for this component where the tab bar is custom. It stays empty: our pages draw the bar themselves.
declare const Component: (options: object) => void

Component({})
