using System.Text.Json.Serialization;
using Orrery.Contracts.Contents;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>A part of a multipart upload.</summary>
public sealed record PartRecord
{
    /// <summary>The upload.</summary>
    public required string Upload { get; init; }

    /// <summary>Its number, 1 to 10,000.</summary>
    public required int Number { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The number of bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Its ETag, in quotes: the MD5 of its bytes.</summary>
    public required string ETag { get; init; }

    /// <summary>Its bytes; null where there are none.</summary>
    public ContentId? Content { get; init; }

    /// <summary>Its checksum, or null.</summary>
    public ChecksumRecord? Checksum { get; init; }

    /// <summary>Its place.</summary>
    [JsonIgnore]
    public PartKey Place => KeyText.Part(Upload, Number);
}
