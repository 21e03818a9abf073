using System.Globalization;
using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Kernel.Time;

/// <summary>
/// Names a timer. The text orders timers as they fire: by due instant, then commit, then order within the call.
/// </summary>
/// <param name="Value">Ticks of the due instant (UTC), commit sequence and ordinal, as fixed-width digits.</param>
[JsonConverter(typeof(KeyJsonConverter<TimerId>))]
public readonly record struct TimerId(string Value) : IKey<TimerId>
{
    /// <inheritdoc/>
    public static TimerId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TimerId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal static TimerId Of(DateTimeOffset due, long sequence, int ordinal) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{due.UtcTicks:D19}-{sequence:D15}-{ordinal:D6}"));
}
