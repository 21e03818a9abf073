using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Storing;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>
/// Puts points. Limits: botocore documentation of PutMetricData (1,000 metrics a call; names that begin with
/// <c>AWS/</c> are AWS's).
/// </summary>
public sealed class PutMetricData : IWriteOperation<PutMetricDataRequest, PutMetricDataResult>
{
    private const int MostMetrics = 1000;
    private const string NoUnit = "None";

    /// <inheritdoc/>
    public PutMetricDataResult Run(PutMetricDataRequest request, Call call)
    {
        if (request.EntityMetricData is { Count: > 0 }) throw Errors.NotServed("the parameter EntityMetricData");
        if (request.StrictEntityValidation == true) throw Errors.NotServed("the parameter StrictEntityValidation");
        var name = request.Namespace!;
        if (name.StartsWith("AWS/", StringComparison.OrdinalIgnoreCase))
            throw Errors.InvalidValue($"The value {name} for parameter Namespace is invalid.");
        if (request.MetricData is not { Count: > 0 } data)
            throw Errors.Missing("The parameter MetricData is required.");
        if (data.Count > MostMetrics)
            throw Errors.InvalidValue($"The collection MetricData must not have a size greater than {MostMetrics}.");
        Put(call, name, data);
        return new();
    }

    private static void Put(Call call, string name, IReadOnlyList<MetricDatum> data)
    {
        var state = Intake.StateOf(call);
        var next = state.NextStream;
        var batch = new IntakeCodec();
        var metrics = new Dictionary<string, MetricId>(StringComparer.Ordinal);
        for (var i = 0; i < data.Count; i++)
        {
            var datum = data[i];
            var at = $"MetricData.member.{i + 1}";
            var metric = new MetricId(name, datum.MetricName!, DatumRules.Dimensions(datum.Dimensions, at));
            var bucket = DatumRules.ToBucket(datum, at, call.Now);
            var stream = MetricRoster.Note(call, metric, datum.Unit?.ToWire() ?? NoUnit, ref next);
            batch.Add(stream.Number, DatumRules.IsHigh(datum, at), bucket);
            metrics.TryAdd(metric.Key, metric);
        }

        Intake.Put(call, state with { NextStream = next }, batch);
        foreach (var watcher in call.PortsOf<IMetricWatcher>())
            watcher.Put(call, [.. metrics.Values]);
    }
}
