-- AlterTable
ALTER TABLE "Registration" ADD COLUMN     "plan" TEXT;
