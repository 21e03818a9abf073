using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The place of what is measured of a replication rule: source, rule, destination, and of a minute its number.
/// </summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<FollowKey>))]
public readonly record struct FollowKey(string Value) : IKey<FollowKey>
{
    /// <inheritdoc/>
    public static FollowKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(FollowKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
