/** An e-mail address with the part emphasised that tells where it comes from. */
export function Address({ email }: { email: string }) {
  const [local, domain] = email.split('@');
  return (
    <span className="wrap-anywhere">
      {local}@<b className="font-semibold">{domain}</b>
    </span>
  );
}
