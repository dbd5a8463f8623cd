-- CreateTable
CREATE TABLE "member_checks" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "org_code" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "member_checks_org_code_opened_at_idx" ON "member_checks"("org_code", "opened_at" DESC);

-- AddForeignKey
ALTER TABLE "member_checks" ADD CONSTRAINT "member_checks_org_code_fkey" FOREIGN KEY ("org_code") REFERENCES "organisations"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An organisation checks its list once at a time, however many processes begin a check.
CREATE UNIQUE INDEX "member_checks_one_open" ON "member_checks"("org_code") WHERE "ended_at" IS NULL;
