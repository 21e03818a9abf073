using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a network insights analysis: <c>nia-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<NetworkInsightsAnalysisId>))]
public readonly record struct NetworkInsightsAnalysisId(string Value) : IResourceId<NetworkInsightsAnalysisId>
{
    /// <inheritdoc/>
    public static string Prefix => "nia";

    /// <inheritdoc/>
    public static NetworkInsightsAnalysisId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(NetworkInsightsAnalysisId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
