-- AlterTable
ALTER TABLE "IdempotencyRecord" ADD COLUMN     "location" TEXT,
ALTER COLUMN "status" SET NOT NULL,
ALTER COLUMN "body" SET NOT NULL,
ALTER COLUMN "body" SET DATA TYPE TEXT;

-- CreateTable
CREATE TABLE "InvoiceCounter" (
    "workspaceId" UUID NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "InvoiceCounter_pkey" PRIMARY KEY ("workspaceId")
);

-- AddForeignKey
ALTER TABLE "InvoiceCounter" ADD CONSTRAINT "InvoiceCounter_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
