-- CreateTable
CREATE TABLE "reminders" (
    "user_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "as_admin" TEXT,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("user_id","event_id")
);

-- CreateIndex
CREATE INDEX "reminders_event_id_idx" ON "reminders"("event_id");

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "membership_events"("id") ON DELETE CASCADE ON UPDATE CASCADE;
