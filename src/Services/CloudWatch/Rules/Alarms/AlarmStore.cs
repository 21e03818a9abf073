using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Tagging;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Makes alarms and puts them anew, the same for metric alarms and composite ones.</summary>
internal static class AlarmStore
{
    /// <summary>The reason of an alarm that was never evaluated.</summary>
    public const string Unchecked = "Unchecked: Initial alarm creation";

    /// <summary>The alarm of a name.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFound.</exception>
    public static AlarmRecord Get(ReadCall call, string name) =>
        call.Read(AlarmTables.Alarms).Find(new(name)) ?? throw AlarmErrors.NoAlarm(name);

    /// <summary>
    /// Keeps an alarm: a new one begins in INSUFFICIENT_DATA, another one keeps its state; tags count for a new one
    /// only.
    /// </summary>
    /// <returns>Whether it is new.</returns>
    public static bool Put(Call call, AlarmRecord alarm, IReadOnlyList<Tag>? tags)
    {
        CheckName(alarm.Name.Value);
        ActionRules.Check(call, alarm);
        var alarms = call.Write(AlarmTables.Alarms);
        var old = alarms.Find(alarm.Name);
        if (old is not null && old.Rule is null != alarm.Rule is null)
            throw AlarmErrors.Invalid($"An alarm of another type has the name {alarm.Name.Value}");
        alarms.Put(alarm);
        if (old is not null)
            AlarmActing.Unforeseen(call, old);
        else
        {
            call.Write(AlarmTables.States).Put(New(call, alarm));
            if (tags is { Count: > 0 }) TagStore.Put(call, alarm.Arn, tags);
        }

        Tell(call, alarm, old is null);
        return old is null;
    }

    /// <summary>Changes an alarm in what needs no check: it loses something.</summary>
    public static void Change(Call call, AlarmRecord before, AlarmRecord alarm)
    {
        call.Write(AlarmTables.Alarms).Put(alarm);
        AlarmActing.Unforeseen(call, before);
        Tell(call, alarm, isNew: false);
    }

    /// <summary>An alarm without one of its actions.</summary>
    public static AlarmRecord Without(AlarmRecord alarm, string action) => alarm with
    {
        OkActions = alarm.OkActions.RemoveAll(arn => arn == action),
        AlarmActions = alarm.AlarmActions.RemoveAll(arn => arn == action),
        InsufficientDataActions = alarm.InsufficientDataActions.RemoveAll(arn => arn == action),
    };

    private static void Tell(Call call, AlarmRecord alarm, bool isNew)
    {
        AlarmHistory.Configuration(call, alarm, isNew ? "Create" : "Update");
        AlarmEvents.Configuration(
            call, alarm, isNew ? "create" : "update", call.Read(AlarmTables.States).Find(alarm.Name)!);
    }

    private static AlarmStateRecord New(Call call, AlarmRecord alarm) => new()
    {
        Name = alarm.Name,
        Value = StateValue.InsufficientData,
        Reason = Unchecked,
        Updated = call.Now,
        Transitioned = call.Now,
        Items = AlarmHistory.CountAt(call, alarm.Name.Value),
    };

    private static void CheckName(string name)
    {
        if (name.Any(char.IsControl) || name.StartsWith(':'))
            throw AlarmErrors.Invalid("AlarmName must not contain control characters or begin with a colon");
    }
}
