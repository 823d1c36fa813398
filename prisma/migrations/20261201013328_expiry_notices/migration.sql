-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "expiryNoticeAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "ApiKey_expiresAt_idx" ON "ApiKey"("expiresAt");
