/** WeChat brings its own panels for subscribing and scanning. */
export const PlatformLayers = () => null
