using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Services.CloudWatch.Tagging;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Deletes alarms; names of none are passed over, but for when there is nothing else.</summary>
public sealed class DeleteAlarms : IWriteOperation<DeleteAlarmsRequest, DeleteAlarmsResult>
{
    /// <inheritdoc/>
    public DeleteAlarmsResult Run(DeleteAlarmsRequest request, Call call)
    {
        var names = request.AlarmNames!.Distinct(StringComparer.Ordinal).ToList();
        var found = names.Select(name => call.Read(AlarmTables.Alarms).Find(new(name))).OfType<AlarmRecord>().ToList();
        if (names.Count > 0 && found.Count == 0)
            throw AlarmErrors.NoAlarm(string.Join(", ", names));
        if (found.Count(alarm => alarm.Rule is not null) > 1)
            throw AlarmErrors.Invalid("You can delete only one composite alarm in one operation");
        foreach (var alarm in found)
            CheckFree(call, alarm, names);
        foreach (var alarm in found)
            Delete(call, alarm);
        return new();
    }

    /// <summary>An alarm that a composite alarm names cannot go before it.</summary>
    private static void CheckFree(Call call, AlarmRecord alarm, List<string> going)
    {
        var alarms = call.Read(AlarmTables.Alarms);
        var above = alarms.By(AlarmTables.ByChild, alarm.Name.Value)
            .Concat(alarms.By(AlarmTables.BySuppressor, alarm.Name.Value))
            .Where(parent => parent.Name == alarm.Name || !going.Contains(parent.Name.Value))
            .ToList();
        if (above.Count > 0)
        {
            throw AlarmErrors.Invalid(
                $"Cannot delete {alarm.Name.Value} as there are composite alarm(s) depending on it: "
                + string.Join(", ", above.Select(parent => parent.Name.Value).Distinct()));
        }
    }

    private static void Delete(Call call, AlarmRecord alarm)
    {
        AlarmHistory.Configuration(call, alarm, "Delete");
        AlarmEvents.Configuration(call, alarm, "delete", call.Read(AlarmTables.States).Find(alarm.Name)!);
        AlarmActing.Unforeseen(call, alarm);
        AlarmLoop.Forget(call, alarm.Name);
        AlarmSuppressionLoop.Forget(call, alarm.Name);
        call.Write(AlarmTables.Alarms).Remove(alarm.Name);
        call.Write(AlarmTables.States).Remove(alarm.Name);
        TagStore.Forget(call, alarm.Arn);
        AlarmHistoryLoop.Plan(call, alarm.Name);
    }
}
