using Orrery.Contracts.Contents;
using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules;

/// <summary>Where the bytes of an object are.</summary>
internal static class Runs
{
    /// <summary>The runs of a manifest, in order.</summary>
    public static IEnumerable<PieceRecord> Of(TableReader<PieceKey, PieceRecord> pieces, ManifestId manifest) =>
        From(pieces, manifest, 0);

    /// <summary>The bytes of a version within a range.</summary>
    /// <param name="call">The call.</param>
    /// <param name="version">The version.</param>
    /// <param name="range">The range.</param>
    public static IReadOnlyList<ContentPiece> Of(ReadCall call, VersionRecord version, ByteRange range)
    {
        if (range.Length == 0) return [];
        if (version.Content is { } content)
        {
            var held = Written.Is(content) ? Written.Read(call, content) : (ReadOnlyMemory<byte>?)null;
            return [new(content, range.From, range.Length) { Held = held }];
        }

        if (version.Manifest is not { } manifest) return [];
        var found = new List<ContentPiece>();
        // A run that ends at the first byte or before it has no part in the range.
        foreach (var piece in From(call.Read(Tables.Pieces, Scope.World), manifest, range.From + 1))
        {
            var start = piece.End - piece.Length;
            if (start >= range.End) break;
            var from = Math.Max(range.From, start);
            var length = Math.Min(range.End, piece.End) - from;
            if (length > 0) found.Add(new(piece.Content!.Value, from - start, length));
        }

        return found;
    }

    private static IEnumerable<PieceRecord> From(
        TableReader<PieceKey, PieceRecord> pieces, ManifestId manifest, long end) =>
        pieces.From(KeyText.Piece(manifest, end)).TakeWhile(piece => piece.Manifest == manifest);
}
