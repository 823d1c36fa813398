import type { ApiErrorCode } from '@/lib/errors';
import type { ProblemTypes } from './problem-type';
import { PROBLEM_TYPES } from './problems';

/** Codes that no route answers with. */
type AppCode = {
  [Code in ApiErrorCode]: (typeof PROBLEM_TYPES)[Code] extends { onlyInApp: true } ? Code : never;
}[ApiErrorCode];

/** Codes that a route may answer with. */
export type AnsweredCode = Exclude<ApiErrorCode, AppCode>;

const types: ProblemTypes = PROBLEM_TYPES;
const codes = (Object.keys(types) as ApiErrorCode[]).sort(
  (one, other) => types[one].status - types[other].status,
);

const isAnswered = (code: ApiErrorCode): code is AnsweredCode => !types[code].onlyInApp;

/** Every code that a route answers with, by status. */
export const ANSWERED_CODES = codes.filter(isAnswered);

/** Codes that only pages show. */
export const APP_CODES = codes.filter((code) => !isAnswered(code));
