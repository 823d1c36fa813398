-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "removedFrom" TEXT;
