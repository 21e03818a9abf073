using System.Text.Json.Serialization;

namespace Orrery.Kernel.Time;

/// <summary>How a world's clock moves. Persisted by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockMode>))]
public enum ClockMode
{
    /// <summary>Moves with real time, times a rate.</summary>
    Live,

    /// <summary>Moves only when told.</summary>
    Stepped,
}
