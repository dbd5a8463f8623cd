-- CreateTable
CREATE TABLE "exports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "expires" TIMESTAMPTZ(3),
    "storage_key" TEXT,
    "bytes" INTEGER,

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_removals" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "asked_by_id" UUID,
    "evidence" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "factor_removals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exports_user_id_created_at_idx" ON "exports"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "exports_expires_idx" ON "exports"("expires");

-- CreateIndex
CREATE INDEX "factor_removals_user_id_idx" ON "factor_removals"("user_id");

-- CreateIndex
CREATE INDEX "factor_removals_due_idx" ON "factor_removals"("due");

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_removals" ADD CONSTRAINT "factor_removals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- At most one removal waits for a person.
CREATE UNIQUE INDEX "factor_removals_one_waiting" ON "factor_removals" ("user_id") WHERE "stopped_at" IS NULL AND "done_at" IS NULL;
