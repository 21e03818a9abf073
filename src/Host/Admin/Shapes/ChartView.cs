namespace Orrery.Host.Admin.Shapes;

/// <summary>A statistic of a metric over time.</summary>
/// <param name="Title">The metric, for people.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="Period">The length of a period in seconds.</param>
/// <param name="From">The beginning of the first period.</param>
/// <param name="To">The end of the last one.</param>
/// <param name="Points">The periods that have a value, oldest first.</param>
public sealed record ChartView(
    string Title,
    string Statistic,
    int Period,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<ChartPoint> Points);
