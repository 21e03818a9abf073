using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Enables the actions of alarms; names of none are passed over.</summary>
public sealed class EnableAlarmActions : IWriteOperation<EnableAlarmActionsRequest, EnableAlarmActionsResult>
{
    /// <inheritdoc/>
    public EnableAlarmActionsResult Run(EnableAlarmActionsRequest request, Call call)
    {
        AlarmSwitch.Set(call, request.AlarmNames!, true);
        return new();
    }
}
