using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a network insights path: <c>nip-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<NetworkInsightsPathId>))]
public readonly record struct NetworkInsightsPathId(string Value) : IResourceId<NetworkInsightsPathId>
{
    /// <inheritdoc/>
    public static string Prefix => "nip";

    /// <inheritdoc/>
    public static NetworkInsightsPathId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(NetworkInsightsPathId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
