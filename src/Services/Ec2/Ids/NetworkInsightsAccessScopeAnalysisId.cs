using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a analysis of a Network Access Scope: <c>nisa-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<NetworkInsightsAccessScopeAnalysisId>))]
public readonly record struct NetworkInsightsAccessScopeAnalysisId(string Value)
    : IResourceId<NetworkInsightsAccessScopeAnalysisId>
{
    /// <inheritdoc/>
    public static string Prefix => "nisa";

    /// <inheritdoc/>
    public static NetworkInsightsAccessScopeAnalysisId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(NetworkInsightsAccessScopeAnalysisId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
