export default definePageConfig({ navigationBarTitleText: '证书', onReachBottomDistance: 120 })
