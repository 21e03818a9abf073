using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Makes a metric alarm, or puts it anew: then its state stays.</summary>
public sealed class PutMetricAlarm : IWriteOperation<PutMetricAlarmRequest, PutMetricAlarmResult>
{
    /// <inheritdoc/>
    public PutMetricAlarmResult Run(PutMetricAlarmRequest request, Call call)
    {
        var alarm = new Records.Alarms.AlarmRecord
        {
            Name = new(request.AlarmName!),
            Arn = AlarmNames.Arn(call.Scope, request.AlarmName!),
            Description = request.AlarmDescription,
            ActionsEnabled = request.ActionsEnabled ?? true,
            OkActions = [.. request.OKActions ?? []],
            AlarmActions = [.. request.AlarmActions ?? []],
            InsufficientDataActions = [.. request.InsufficientDataActions ?? []],
            ConfigurationUpdated = call.Now,
            Watch = AlarmRequests.Watch(request, call),
        };
        AlarmStore.Put(call, alarm, request.Tags);
        Detectors.ForAlarm(call, alarm.Watch);
        AlarmLoop.LookSoon(call, alarm);
        return new();
    }
}
