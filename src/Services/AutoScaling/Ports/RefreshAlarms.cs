using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Refreshing;

namespace Orrery.Services.AutoScaling.Ports;

/// <summary>Has groups looked at whose refresh watches an alarm that went off.</summary>
internal sealed class RefreshAlarms : IAlarmListener
{
    /// <inheritdoc/>
    public void Changed(Call call, string name, string state)
    {
        if (state != "ALARM") return;
        foreach (var group in call.Read(Tables.Groups).By(Tables.GroupsRefreshing, Tables.Yes).ToList())
        {
            if (Refreshes.Active(call, group)?.Terms.Alarms.Contains(name) == true)
                GroupLoop.Wake(call, group.Name);
        }
    }
}
