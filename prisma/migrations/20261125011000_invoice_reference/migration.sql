-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN     "reference" TEXT;

-- CreateIndex
CREATE INDEX "Invoice_workspaceId_updatedAt_id_idx" ON "Invoice"("workspaceId", "updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_workspaceId_reference_key" ON "Invoice"("workspaceId", "reference");
