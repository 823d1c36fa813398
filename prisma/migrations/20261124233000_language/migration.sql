-- Only the languages of the UI were ever written: lib/i18n/locale.ts.
CREATE TYPE "Language" AS ENUM ('en', 'es');

ALTER TABLE "User"
  ALTER COLUMN "language" DROP DEFAULT,
  ALTER COLUMN "language" TYPE "Language" USING "language"::"Language",
  ALTER COLUMN "language" SET DEFAULT 'en';
ALTER TABLE "Registration" ALTER COLUMN "language" TYPE "Language" USING "language"::"Language";
ALTER TABLE "Invitation" ALTER COLUMN "language" TYPE "Language" USING "language"::"Language";
ALTER TABLE "HelpFeedback" ALTER COLUMN "language" TYPE "Language" USING "language"::"Language";
