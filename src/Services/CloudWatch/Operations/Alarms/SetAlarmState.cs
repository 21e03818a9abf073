using Orrery.Kernel.Calls;
using Orrery.Operations;
using System.Text.Json;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Gives an alarm a state by hand: a metric alarm goes back at its next evaluation.</summary>
public sealed class SetAlarmState : IWriteOperation<SetAlarmStateRequest, SetAlarmStateResult>
{
    /// <inheritdoc/>
    public SetAlarmStateResult Run(SetAlarmStateRequest request, Call call)
    {
        if (call.Read(AlarmTables.Alarms).Find(new(request.AlarmName!)) is not { } alarm)
            throw AlarmErrors.NoAlarm(request.AlarmName!);
        if (request.StateReasonData is { } data && !IsJson(data))
            throw AlarmErrors.NotJson("StateReasonData");
        AlarmTransition.Change(
            call, alarm,
            new(request.StateValue!.Value) { Reason = request.StateReason!, Data = request.StateReasonData });
        if (alarm.Watch is not null)
            AlarmLoop.LookSoon(call, alarm);
        return new();
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
