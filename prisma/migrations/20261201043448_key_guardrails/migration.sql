-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "allowedAddresses" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "requestsPerMinute" INTEGER;

-- AlterTable
ALTER TABLE "ApiKeyClient" ADD COLUMN     "accepted" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "firstAcceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastAcceptedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ApiKeyAddressHour" (
    "apiKeyId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "minutes" INTEGER[],
    "elsewhere" INTEGER NOT NULL,

    CONSTRAINT "ApiKeyAddressHour_pkey" PRIMARY KEY ("apiKeyId","hour","address")
);

-- CreateIndex
CREATE INDEX "ApiKeyAddressHour_hour_idx" ON "ApiKeyAddressHour"("hour");

-- AddForeignKey
ALTER TABLE "ApiKeyAddressHour" ADD CONSTRAINT "ApiKeyAddressHour_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was seen before. Of a key that was ever refused it is not known which requests that were, and an
-- address that was only refused must not be proposed: there the counts begin now.
UPDATE "ApiKeyClient" c SET "accepted" = c."requests", "firstAcceptedAt" = c."firstSeenAt", "lastAcceptedAt" = c."lastSeenAt"
FROM "ApiKey" k WHERE k."id" = c."apiKeyId" AND k."lastRefusedAt" IS NULL;
