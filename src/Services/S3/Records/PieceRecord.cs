using System.Text.Json.Serialization;
using Orrery.Contracts.Contents;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>One run of bytes of an object that was uploaded in parts.</summary>
/// <param name="Manifest">The list that it belongs to.</param>
/// <param name="End">The place in the object where it ends.</param>
/// <param name="Number">Which part it was, counted from 1 without gaps.</param>
/// <param name="Content">The bytes; null where the part is empty.</param>
/// <param name="Length">How many.</param>
/// <param name="Checksum">The part's checksum, or null.</param>
public sealed record PieceRecord(
    ManifestId Manifest, long End, int Number, ContentId? Content, long Length, ChecksumRecord? Checksum)
{
    /// <summary>Its place.</summary>
    [JsonIgnore]
    public PieceKey Place => KeyText.Piece(Manifest, End);
}
