using Orrery.Kernel.Calls;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Enables and disables the actions of alarms.</summary>
internal static class AlarmSwitch
{
    /// <summary>Sets it where it is not so yet.</summary>
    public static void Set(Call call, IEnumerable<string> names, bool enabled)
    {
        var alarms = call.Write(AlarmTables.Alarms);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (alarms.Find(new(name)) is not { } alarm || alarm.ActionsEnabled == enabled) continue;
            alarm = alarm with { ActionsEnabled = enabled, ConfigurationUpdated = call.Now };
            alarms.Put(alarm);
            AlarmHistory.Configuration(call, alarm, "Update");
        }
    }
}
