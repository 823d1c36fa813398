/** For `node --import`: nothing answers the API directly, so that the framework does. */
globalThis.zendrhax = { api: () => false };
