using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a Network Access Scope: <c>nis-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<NetworkInsightsAccessScopeId>))]
public readonly record struct NetworkInsightsAccessScopeId(string Value) : IResourceId<NetworkInsightsAccessScopeId>
{
    /// <inheritdoc/>
    public static string Prefix => "nis";

    /// <inheritdoc/>
    public static NetworkInsightsAccessScopeId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(NetworkInsightsAccessScopeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
