/** A page with nothing of ours: what the framework itself sends to a browser. */
export default function EmptyPage() {
  return <p>Empty</p>;
}
