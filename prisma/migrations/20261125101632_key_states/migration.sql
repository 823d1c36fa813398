-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "replacesId" UUID,
ADD COLUMN     "retiresAfterUse" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "retiresAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_replacesId_key" ON "ApiKey"("replacesId");

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "ApiKey"("id") ON DELETE SET NULL ON UPDATE CASCADE;
