-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "newPlaceAddress" TEXT,
ADD COLUMN     "newPlaceAgent" TEXT,
ADD COLUMN     "newPlaceAt" TIMESTAMPTZ(3),
ADD COLUMN     "newPlaceMails" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "newPlaceMails" BOOLEAN NOT NULL DEFAULT true;
