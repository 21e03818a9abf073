using Orrery.Services.Logs.Ids;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Records;

/// <summary>A metric filter.</summary>
public sealed record MetricFilterRecord
{
    /// <summary>Group and name.</summary>
    public required PartKey Key { get; init; }

    /// <summary>The log group.</summary>
    public required string Group { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Which events it takes.</summary>
    public required string Pattern { get; init; }

    /// <summary>The metric's name.</summary>
    public required string MetricName { get; init; }

    /// <summary>The metric's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>A number, or the field that has it.</summary>
    public required string Value { get; init; }

    /// <summary>What is put in a minute in which events came and none matched.</summary>
    public double? DefaultValue { get; init; }

    /// <summary>The dimensions: name, and the field that has the value.</summary>
    public IReadOnlyDictionary<string, string>? Dimensions { get; init; }

    /// <summary>The unit.</summary>
    public StandardUnit? Unit { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreationTime { get; init; }
}
