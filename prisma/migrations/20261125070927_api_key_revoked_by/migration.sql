-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "revokedById" UUID;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_revokedById_fkey" FOREIGN KEY ("revokedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Keys that were revoked before: the audit event knows who did it.
UPDATE "ApiKey" SET "revokedById" = "User"."id"
FROM "AuditEvent" JOIN "User" ON "User"."id" = "AuditEvent"."userId"
WHERE "AuditEvent"."action" = 'api_key.revoked' AND "AuditEvent"."targetId" = "ApiKey"."id";
