export default definePageConfig({ navigationBarTitleText: '隐患办理', onReachBottomDistance: 120 })
