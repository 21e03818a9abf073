using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>An access key id: <c>AKIA</c> (long-lived) or <c>ASIA</c> (temporary) and 16 letters or digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<AccessKeyId>))]
public readonly record struct AccessKeyId(string Value) : IKey<AccessKeyId>
{
    /// <inheritdoc/>
    public static AccessKeyId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AccessKeyId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
