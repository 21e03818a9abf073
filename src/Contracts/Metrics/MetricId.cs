namespace Orrery.Contracts.Metrics;

/// <summary>A metric: its namespace, its name, and its dimensions in the order of their names.</summary>
/// <param name="Namespace">For example <c>AWS/EC2</c>.</param>
/// <param name="Name">For example <c>CPUUtilization</c>.</param>
/// <param name="Dimensions">What it is of; sorted by name. Compare with <see cref="Key"/>.</param>
public sealed record MetricId(string Namespace, string Name, IReadOnlyList<MetricDimension> Dimensions)
{
    /// <summary>The metric as one text, equal for equal metrics.</summary>
    public string Key =>
        string.Join('\u001f', [Namespace, Name, .. Dimensions.Select(d => $"{d.Name}\u001e{d.Value}")]);
}
