using System.Text.Json.Serialization;

namespace Orrery.Services.Organizations.Records;

/// <summary>The key of a row: an id of Organizations, or the number of an account.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<OrgKey>))]
public readonly record struct OrgKey(string Value) : IKey<OrgKey>
{
    /// <inheritdoc/>
    public static OrgKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(OrgKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
