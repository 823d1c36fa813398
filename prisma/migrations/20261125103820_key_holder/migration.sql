-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "holderId" UUID,
ADD COLUMN     "holderName" TEXT;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
