using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Signing;

/// <summary>The query of the canonical request: pairs escaped in one way and sorted by name, then by value.</summary>
internal static class CanonicalQuery
{
    private static readonly Comparison<(string Name, string Value)> ByNameThenValue = (a, b) =>
        string.CompareOrdinal(a.Name, b.Name) is not 0 and var names ? names : string.CompareOrdinal(a.Value, b.Value);

    /// <summary>Appends it.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="rawQuery">The query as it was sent.</param>
    /// <param name="isPresigned">Whether the signature itself stands in the query and has to be left out.</param>
    public static void Append(StringBuilder text, string rawQuery, bool isPresigned)
    {
        if (rawQuery.Length == 0) return;
        var pairs = new List<(string Name, string Value)>();
        foreach (var range in rawQuery.AsSpan().Split('&'))
        {
            var part = rawQuery.AsSpan()[range];
            if (part.IsEmpty) continue;
            var equals = part.IndexOf('=');
            var name = Normalize(equals < 0 ? part : part[..equals]);
            if (isPresigned && name == "X-Amz-Signature") continue;
            pairs.Add((name, equals < 0 ? "" : Normalize(part[(equals + 1)..])));
        }
        pairs.Sort(ByNameThenValue);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i > 0) text.Append('&');
            text.Append(pairs[i].Name).Append('=').Append(pairs[i].Value);
        }
    }

    private static string Normalize(ReadOnlySpan<char> part)
    {
        var text = new StringBuilder(part.Length);
        Percent.AppendNormalized(text, part, keepSlash: false, plusIsSpace: true);
        return text.ToString();
    }
}
