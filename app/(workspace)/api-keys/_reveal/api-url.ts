import { env } from '@/lib/env';

/** The address that the sample in the reveal modal calls. */
export const API_URL = `${env.NEXTAUTH_URL}/api/me`;
