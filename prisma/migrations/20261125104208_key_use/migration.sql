-- What was counted until now knows neither endpoint nor outcome, and was never shown.
DELETE FROM "ApiKeyUsage";

-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "lastRefusedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ApiKeyUsage" DROP CONSTRAINT "ApiKeyUsage_pkey",
DROP COLUMN "requests",
ADD COLUMN     "endpoint" TEXT NOT NULL,
ADD COLUMN     "errored" INTEGER NOT NULL,
ADD COLUMN     "failed" INTEGER NOT NULL,
ADD COLUMN     "refused" INTEGER NOT NULL,
ADD COLUMN     "succeeded" INTEGER NOT NULL,
ALTER COLUMN "rateLimited" DROP DEFAULT,
ADD CONSTRAINT "ApiKeyUsage_pkey" PRIMARY KEY ("apiKeyId", "hour", "endpoint");

-- CreateTable
CREATE TABLE "ApiKeyClient" (
    "apiKeyId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "requests" BIGINT NOT NULL,

    CONSTRAINT "ApiKeyClient_pkey" PRIMARY KEY ("apiKeyId","address","agent")
);

-- CreateTable
CREATE TABLE "ApiKeyRecentRequests" (
    "apiKeyId" UUID NOT NULL,
    "lines" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApiKeyRecentRequests_pkey" PRIMARY KEY ("apiKeyId")
);

-- CreateIndex
CREATE INDEX "ApiKeyRecentRequests_since_idx" ON "ApiKeyRecentRequests"("since");

-- CreateIndex
CREATE INDEX "ApiKey_workspaceId_lastRefusedAt_idx" ON "ApiKey"("workspaceId", "lastRefusedAt");

-- CreateIndex
CREATE INDEX "ApiKeyUsage_hour_idx" ON "ApiKeyUsage"("hour");

-- AddForeignKey
ALTER TABLE "ApiKeyClient" ADD CONSTRAINT "ApiKeyClient_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKeyRecentRequests" ADD CONSTRAINT "ApiKeyRecentRequests_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;
