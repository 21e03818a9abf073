using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;

namespace Orrery.Bench.Alarms;

/// <summary>Metrics that rise and fall with the hours of the day, each a little later than the one before.</summary>
public sealed class DiurnalSource : IMetricSource
{
    /// <summary>The namespace.</summary>
    public const string Namespace = "AWS/Bench";

    private const int Step = 300;
    private const int Day = 86400;

    /// <inheritdoc/>
    public IReadOnlyList<string> Namespaces { get; } = [Namespace];

    /// <inheritdoc/>
    public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace) => [];

    /// <inheritdoc/>
    public MetricDescription? Find(ReadCall call, MetricId metric) =>
        new(metric, "Percent", TimeSpan.FromSeconds(Step));

    /// <inheritdoc/>
    public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
    {
        var late = int.Parse(metric.Dimensions[0].Value, System.Globalization.CultureInfo.InvariantCulture) * 7 % Day;
        var last = to.ToUnixTimeSeconds();
        for (var second = (from.ToUnixTimeSeconds() + Step - 1) / Step * Step; second < last; second += Step)
        {
            var value = 50 + (40 * Math.Sin((second - late) % Day * (2 * Math.PI / Day)));
            yield return MetricSample.Of(DateTimeOffset.FromUnixTimeSeconds(second), value);
        }
    }
}
