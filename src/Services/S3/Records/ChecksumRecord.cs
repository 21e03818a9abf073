using Orrery.Wire.Checksums;

namespace Orrery.Services.S3.Records;

/// <summary>A checksum that is kept with an object or a part.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Value">In base64; with a dash and the number of parts where it is composite.</param>
/// <param name="IsComposite">Whether it is the checksum of the parts' checksums.</param>
public sealed record ChecksumRecord(DigestKind Kind, string Value, bool IsComposite = false);
