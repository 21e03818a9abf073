using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel;

/// <summary>Walks two worlds side by side.</summary>
internal static class WorldDiff
{
    public static IEnumerable<RowDifference> Between(StoreView left, StoreView right) =>
        left.Store.Spaces().Union(right.Store.Spaces()).Order()
            .SelectMany(space => Between(space, left.Scan(space, ""), right.Scan(space, "")));

    /// <summary>A difference without the secrets: where they differ, they are named so.</summary>
    public static RowDifference Hidden(RowDifference difference, IReadOnlyList<string> members)
    {
        if (members.Count == 0) return difference;
        var (known, at) = (new List<byte[]>(), 0);
        var left = difference.Left is null ? null : SecretMembers.Replace(difference.Left, members, text =>
        {
            known.Add(text);
            return Secret;
        });
        var right = difference.Right is null ? null : SecretMembers.Replace(difference.Right, members, text =>
            left is null || (at < known.Count && known[at++].AsSpan().SequenceEqual(text)) ? Secret : OtherSecret);
        return difference with { Left = left, Right = right };
    }

    private static byte[] Secret => "\"(secret)\""u8.ToArray();

    private static byte[] OtherSecret => "\"(another secret)\""u8.ToArray();

    private static IEnumerable<RowDifference> Between(
        Space space, IEnumerable<StoredRow> left, IEnumerable<StoredRow> right)
    {
        using var one = left.GetEnumerator();
        using var other = right.GetEnumerator();
        var hasOne = one.MoveNext();
        var hasOther = other.MoveNext();
        while (hasOne || hasOther)
        {
            var order = !hasOne ? 1 : !hasOther ? -1 : KeyOrder.Compare(one.Current.Key, other.Current.Key);
            if (order < 0)
                yield return new(space, one.Current.Key, one.Current.Json, null);
            else if (order > 0)
                yield return new(space, other.Current.Key, null, other.Current.Json);
            else if (!one.Current.Json.AsSpan().SequenceEqual(other.Current.Json))
                yield return new(space, one.Current.Key, one.Current.Json, other.Current.Json);
            if (order <= 0)
                hasOne = one.MoveNext();
            if (order >= 0)
                hasOther = other.MoveNext();
        }
    }
}
