using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The name of a bucket.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<BucketName>))]
public readonly record struct BucketName(string Value) : IKey<BucketName>
{
    /// <inheritdoc/>
    public static BucketName From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(BucketName other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
