namespace Orrery.Contracts.Metrics;

/// <summary>A dimension of a metric.</summary>
/// <param name="Name">For example <c>InstanceId</c>.</param>
/// <param name="Value">For example an instance's id.</param>
public sealed record MetricDimension(string Name, string Value)
{
    /// <summary>Stands for the metrics that have no dimension, where some of a namespace are meant.</summary>
    public static MetricDimension None { get; } = new("", "");
}
