using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Deletes an anomaly detector; alarms on its band have nothing to compare with any more.</summary>
public sealed class DeleteAnomalyDetector : IWriteOperation<DeleteAnomalyDetectorRequest, DeleteAnomalyDetectorResult>
{
    /// <inheritdoc/>
    public DeleteAnomalyDetectorResult Run(DeleteAnomalyDetectorRequest request, Call call)
    {
        var flat = new SingleMetricAnomalyDetector
        {
            Namespace = request.Namespace,
            MetricName = request.MetricName,
            Dimensions = request.Dimensions,
            Stat = request.Stat,
        };
        var target = DetectorTarget.Of(
            call, request.SingleMetricAnomalyDetector, flat, request.MetricMathAnomalyDetector);
        var key = AnomalyBands.KeyOf(target.Metric, target.Stat);
        if (!call.Write(AlarmTables.Detectors).Remove(key))
            throw AlarmErrors.NoResource($"The anomaly detector of {target.Metric.Name} ({target.Stat})");
        AlarmDetectorLoop.Forget(call, key);
        new AlarmWatcher().Put(call, [target.Metric]);
        return new();
    }
}
