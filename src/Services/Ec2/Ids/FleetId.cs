using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a fleet: <c>fleet-</c> and a UUID.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<FleetId>))]
public readonly record struct FleetId(string Value) : IResourceId<FleetId>
{
    /// <inheritdoc/>
    public static string Prefix => "fleet";

    /// <inheritdoc/>
    public static FleetId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(FleetId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
