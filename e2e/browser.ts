import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The browser that `npm test` found, else the system's, else the one Playwright installs. */
export const launchOptions: LaunchOptions = {
  executablePath: process.env.ZENDRHAX_CHROMIUM || DEBIAN.find((path) => existsSync(path)),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};
