/** Nothing. Without it the framework would take the product's own, which opens its database. */
export function register(): void {}
