using Orrery.Contracts.Contents;
using Orrery.Wire.Checksums;

namespace Orrery.Operations.Contents;

/// <summary>Bytes that were taken in for an operation: durable, and named by nothing yet.</summary>
/// <param name="Id">Their name; null where there are none, or where they were not to be kept.</param>
/// <param name="Length">How many.</param>
/// <param name="Digests">Their checksums.</param>
/// <param name="Trailer">What was sent after the body under a name (aws-chunked trailers), or null.</param>
public sealed record StagedContent(
    ContentId? Id, long Length, DigestSet Digests, Func<string, string?> Trailer)
{
    /// <summary>Nothing was taken in.</summary>
    public static StagedContent Nothing { get; } = new(null, 0, DigestSet.None, static _ => null);
}
