using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of a multipart upload: that of its key, and its id.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<UploadKey>))]
public readonly record struct UploadKey(string Value) : IKey<UploadKey>
{
    /// <inheritdoc/>
    public static UploadKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(UploadKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
