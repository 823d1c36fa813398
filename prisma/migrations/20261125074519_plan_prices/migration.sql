-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "currency" TEXT,
ADD COLUMN     "monthlyPrice" INTEGER;
