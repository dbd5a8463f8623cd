-- AlterTable
ALTER TABLE "membership_events" ADD COLUMN "from_role" "membership_role",
ADD COLUMN "undoes" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "membership_events_undoes_key" ON "membership_events"("undoes");

-- AddForeignKey
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_undoes_fkey" FOREIGN KEY ("undoes") REFERENCES "membership_events"("id") ON DELETE CASCADE ON UPDATE CASCADE;
