using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Services.CloudWatch.Rules.Statistics;
using Orrery.Services.CloudWatch.Rules.Storing;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>What CloudWatch does for other services.</summary>
internal sealed class MetricsPort : IMetrics
{
    /// <inheritdoc/>
    public void Put(Call call, MetricId metric, MetricSample sample, string unit)
    {
        var state = Intake.StateOf(call);
        var next = state.NextStream;
        var second = sample.At.ToUnixTimeSeconds();
        var bucket = new Bucket(second - (second % 60));
        bucket.AddSet(sample.Count, sample.Sum, sample.Minimum, sample.Maximum);
        var id = MetricRoster.IdOf(metric.Namespace, metric.Name, metric.Dimensions);
        var stream = MetricRoster.Note(call, id, unit, ref next);
        var batch = new IntakeCodec();
        batch.Add(stream.Number, isHigh: false, bucket);
        Intake.Put(call, state with { NextStream = next }, batch);
        foreach (var watcher in call.PortsOf<IMetricWatcher>())
            watcher.Put(call, [id]);
    }

    /// <inheritdoc/>
    public void Changed(Call call, string metricNamespace, MetricDimension? dimension = null)
    {
        foreach (var watcher in call.PortsOf<IMetricWatcher>())
            watcher.Changed(call, metricNamespace, dimension);
    }

    /// <inheritdoc/>
    public void Changed(Call call, string metricNamespace, string dimension, Func<string, bool> concerns)
    {
        foreach (var watcher in call.PortsOf<IMetricWatcher>())
            watcher.Changed(call, metricNamespace, dimension, concerns);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MetricPoint> Read(ReadCall call, MetricQuestion question)
    {
        var query = new StatQuery(question.Metric, question.Statistic, (int)question.Period.TotalSeconds);
        var points = MetricReader.Read(call, query, question.From, question.To);
        return [.. points.Select(point => new MetricPoint(point.At, point.Value))];
    }
}
