/** For `node --import`: nothing answers the API directly, so that the framework does. */
class WithoutApi extends Map {
  set(name, value) {
    return name === 'api' ? this : super.set(name, value);
  }
}

globalThis.zendrhax = new WithoutApi();
