using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a placement group: <c>pg-</c> and 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<PlacementGroupId>))]
public readonly record struct PlacementGroupId(string Value) : IResourceId<PlacementGroupId>
{
    /// <inheritdoc/>
    public static string Prefix => "pg";

    /// <inheritdoc/>
    public static PlacementGroupId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(PlacementGroupId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
