-- CreateEnum
CREATE TYPE "LeakResponse" AS ENUM ('REVOKE', 'PAUSE');

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "whenReported" "LeakResponse" NOT NULL DEFAULT 'REVOKE';

-- CreateTable
CREATE TABLE "LeakReport" (
    "apiKeyId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "sourceUrl" TEXT,
    "byGithub" BOOLEAN NOT NULL DEFAULT false,
    "response" "LeakResponse" NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LeakReport_pkey" PRIMARY KEY ("apiKeyId")
);

-- CreateIndex
CREATE INDEX "LeakReport_workspaceId_reportedAt_idx" ON "LeakReport"("workspaceId", "reportedAt");

-- CreateIndex
CREATE INDEX "LeakReport_reportedAt_idx" ON "LeakReport"("reportedAt");

-- AddForeignKey
ALTER TABLE "LeakReport" ADD CONSTRAINT "LeakReport_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeakReport" ADD CONSTRAINT "LeakReport_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
