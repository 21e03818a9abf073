using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Signing;

/// <summary>The path of the canonical request.</summary>
internal static class CanonicalPath
{
    /// <summary>S3: every octet once, escaped unless unreserved or a bare slash, whatever the client escaped.</summary>
    public static void AppendOnce(StringBuilder text, ReadOnlySpan<char> rawPath)
    {
        if (rawPath.IsEmpty) rawPath = "/";
        Percent.AppendNormalized(text, rawPath, keepSlash: true, plusIsSpace: false);
    }

    /// <summary>The others: dot segments and empty segments go away, then what was sent is escaped once more.</summary>
    public static void AppendNormalized(StringBuilder text, string rawPath)
    {
        if (rawPath is "/" or "")
        {
            text.Append('/');
            return;
        }
        var kept = new List<Range>();
        foreach (var range in rawPath.AsSpan().Split('/'))
        {
            var segment = rawPath.AsSpan()[range];
            if (segment is "..")
            {
                if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not ("" or "."))
            {
                kept.Add(range);
            }
        }
        foreach (var range in kept) Percent.AppendEncoded(text.Append('/'), rawPath.AsSpan()[range]);
        if (kept.Count == 0 || rawPath.EndsWith('/')) text.Append('/');
    }
}
