-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "stillTriedNoticeAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mutedMails" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "TeamAddress" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "tokenHash" BYTEA,
    "earlierTokenHashes" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TeamAddress_workspaceId_key" ON "TeamAddress"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "TeamAddress_tokenHash_key" ON "TeamAddress"("tokenHash");

-- CreateIndex
CREATE INDEX "TeamAddress_earlierTokenHashes_idx" ON "TeamAddress" USING GIN ("earlierTokenHashes");

-- AddForeignKey
ALTER TABLE "TeamAddress" ADD CONSTRAINT "TeamAddress_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
