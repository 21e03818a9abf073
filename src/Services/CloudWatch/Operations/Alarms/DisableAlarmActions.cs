using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Disables the actions of alarms; names of none are passed over.</summary>
public sealed class DisableAlarmActions : IWriteOperation<DisableAlarmActionsRequest, DisableAlarmActionsResult>
{
    /// <inheritdoc/>
    public DisableAlarmActionsResult Run(DisableAlarmActionsRequest request, Call call)
    {
        AlarmSwitch.Set(call, request.AlarmNames!, false);
        return new();
    }
}
