-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "org_code" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "role" "membership_role" NOT NULL,
    "token" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "resent_at" TIMESTAMPTZ(3),
    "membership_id" UUID,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "membership_events" ADD COLUMN "invited_by_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_key" ON "invitations"("token");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_membership_id_key" ON "invitations"("membership_id");

-- CreateIndex
CREATE INDEX "invitations_org_code_created_at_idx" ON "invitations"("org_code", "created_at");

-- CreateIndex
CREATE INDEX "invitations_address_idx" ON "invitations"("address");

-- CreateIndex
CREATE INDEX "invitations_invited_by_id_idx" ON "invitations"("invited_by_id");

-- CreateIndex
CREATE INDEX "invitations_expires_idx" ON "invitations"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_org_code_address_key" ON "invitations"("org_code", "address");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_code_fkey" FOREIGN KEY ("org_code") REFERENCES "organisations"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE CASCADE ON UPDATE CASCADE;
