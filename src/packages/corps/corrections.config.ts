export default definePageConfig({ navigationBarTitleText: '资料更正', onReachBottomDistance: 120 })
