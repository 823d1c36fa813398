-- AlterTable
ALTER TABLE "AuditEvent" ALTER COLUMN "workspaceId" DROP NOT NULL;
