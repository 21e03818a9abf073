using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>An alarm's name, one for metric alarms and composite ones.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<AlarmName>))]
internal readonly record struct AlarmName(string Value) : IKey<AlarmName>
{
    /// <inheritdoc/>
    public static AlarmName From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AlarmName other) => string.CompareOrdinal(Value, other.Value);
}
