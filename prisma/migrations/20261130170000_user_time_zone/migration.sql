-- AlterTable
ALTER TABLE "User" ADD COLUMN     "browserZone" TEXT,
ADD COLUMN     "timeZone" TEXT;
