-- AlterTable
ALTER TABLE "memberships" ADD COLUMN "assignee_id" UUID,
ADD COLUMN "assigned_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "request_notes" (
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "request_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_decisions" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "wish" TEXT NOT NULL,
    "reason" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "bulk_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "choice" TEXT,
    "outcome" TEXT,
    "refusal" TEXT,
    "facts" JSONB,
    "event_id" UUID,

    CONSTRAINT "bulk_items_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "memberships_assignee_id_requested_at_idx" ON "memberships"("assignee_id", "requested_at");

-- CreateIndex
CREATE INDEX "request_notes_membership_id_at_idx" ON "request_notes"("membership_id", "at");

-- CreateIndex
CREATE INDEX "request_notes_author_id_idx" ON "request_notes"("author_id");

-- CreateIndex
CREATE INDEX "bulk_decisions_actor_id_created_at_idx" ON "bulk_decisions"("actor_id", "created_at");

-- CreateIndex
CREATE INDEX "bulk_items_membership_id_idx" ON "bulk_items"("membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_items_bulk_id_membership_id_key" ON "bulk_items"("bulk_id", "membership_id");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_notes" ADD CONSTRAINT "request_notes_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_notes" ADD CONSTRAINT "request_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_decisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE CASCADE ON UPDATE CASCADE;
