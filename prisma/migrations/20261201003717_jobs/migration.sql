-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "earlierTokenHashes" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
ALTER COLUMN "tokenHash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "PasswordReset" ADD COLUMN     "earlierTokenHashes" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
ALTER COLUMN "tokenHash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Registration" ADD COLUMN     "earlierTokenHashes" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
ALTER COLUMN "tokenHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "recurring" TEXT,
    "dueAt" TIMESTAMPTZ(3) DEFAULT date_trunc('milliseconds'::text, now()),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "gaveUpAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Job_recurring_key" ON "Job"("recurring");

-- CreateIndex
CREATE INDEX "Job_kind_dueAt_idx" ON "Job"("kind", "dueAt");

-- CreateIndex
CREATE INDEX "Job_gaveUpAt_idx" ON "Job"("gaveUpAt");

-- CreateIndex
CREATE INDEX "Invitation_earlierTokenHashes_idx" ON "Invitation" USING GIN ("earlierTokenHashes");

-- CreateIndex
CREATE INDEX "PasswordReset_earlierTokenHashes_idx" ON "PasswordReset" USING GIN ("earlierTokenHashes");

-- CreateIndex
CREATE INDEX "Registration_earlierTokenHashes_idx" ON "Registration" USING GIN ("earlierTokenHashes");
