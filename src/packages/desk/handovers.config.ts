export default definePageConfig({ navigationBarTitleText: '移交', onReachBottomDistance: 120 })
