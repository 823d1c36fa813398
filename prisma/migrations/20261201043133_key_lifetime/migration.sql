-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "maxKeyDays" INTEGER;
