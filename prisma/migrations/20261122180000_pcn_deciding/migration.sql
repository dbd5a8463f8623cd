-- AlterTable
ALTER TABLE "membership_events" ADD COLUMN "actor_org" TEXT;

-- CreateTable
CREATE TABLE "pcn_deciding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "org_code" TEXT NOT NULL,
    "pcn_code" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "pcn_deciding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pcn_deciding_pcn_code_idx" ON "pcn_deciding"("pcn_code");

-- CreateIndex
CREATE INDEX "pcn_deciding_org_code_idx" ON "pcn_deciding"("org_code");

-- AddForeignKey
ALTER TABLE "pcn_deciding" ADD CONSTRAINT "pcn_deciding_org_code_fkey" FOREIGN KEY ("org_code") REFERENCES "organisations"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pcn_deciding" ADD CONSTRAINT "pcn_deciding_pcn_code_fkey" FOREIGN KEY ("pcn_code") REFERENCES "organisations"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A practice lets one PCN decide at a time.
CREATE UNIQUE INDEX "pcn_deciding_one" ON "pcn_deciding"("org_code") WHERE "ended_at" IS NULL;
