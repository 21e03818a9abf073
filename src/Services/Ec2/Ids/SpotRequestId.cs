using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a Spot Instance request: <c>sir-</c> and 8 or 17 characters.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<SpotRequestId>))]
public readonly record struct SpotRequestId(string Value) : IResourceId<SpotRequestId>
{
    /// <inheritdoc/>
    public static string Prefix => "sir";

    /// <inheritdoc/>
    public static SpotRequestId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SpotRequestId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
