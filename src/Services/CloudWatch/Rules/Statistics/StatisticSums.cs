namespace Orrery.Services.CloudWatch.Rules.Statistics;

/// <summary>A statistic set.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
internal readonly record struct StatisticSums(double Count, double Sum, double Minimum, double Maximum);
