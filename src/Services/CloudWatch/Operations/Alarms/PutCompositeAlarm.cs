using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Makes a composite alarm, or puts it anew, and evaluates it.</summary>
public sealed class PutCompositeAlarm : IWriteOperation<PutCompositeAlarmRequest, PutCompositeAlarmResult>
{
    /// <inheritdoc/>
    public PutCompositeAlarmResult Run(PutCompositeAlarmRequest request, Call call)
    {
        var name = request.AlarmName!;
        var rule = CompositeRules.Of(call, request);
        var alarm = new AlarmRecord
        {
            Name = new(name),
            Arn = AlarmNames.Arn(call.Scope, name),
            Description = request.AlarmDescription,
            ActionsEnabled = request.ActionsEnabled ?? true,
            OkActions = [.. request.OKActions ?? []],
            AlarmActions = [.. request.AlarmActions ?? []],
            InsufficientDataActions = [.. request.InsufficientDataActions ?? []],
            ConfigurationUpdated = call.Now,
            Rule = rule,
        };
        var isNew = AlarmStore.Put(call, alarm, request.Tags);
        AlarmSuppressionLoop.Restart(call, alarm);
        AlarmTransition.Refresh(call, alarm, isNew ? "created" : "updated");
        return new();
    }
}
