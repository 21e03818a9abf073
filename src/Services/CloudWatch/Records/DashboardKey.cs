using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records;

/// <summary>The name of a dashboard.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<DashboardKey>))]
public readonly record struct DashboardKey(string Value) : IKey<DashboardKey>
{
    /// <inheritdoc/>
    public static DashboardKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(DashboardKey other) => string.CompareOrdinal(Value, other.Value);
}
