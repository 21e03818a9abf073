using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Reconciling;

namespace Orrery.Services.AutoScaling.Ports;

/// <summary>Follows what becomes of the instances of groups.</summary>
internal sealed class MemberWatcher : IInstanceWatcher
{
    /// <inheritdoc/>
    public void Changed(Call call, IReadOnlyList<string> instanceIds)
    {
        foreach (var id in instanceIds)
        {
            if (call.Read(Tables.Members).Find(new(id)) is not { } member
                || call.Read(Tables.Groups).Find(new(member.Group)) is not { } group)
            {
                continue;
            }

            AtRisk.Note(call, group, member);
            if (member.IsTerminating || member.IsRetained) Departures.Observe(call, group, id);
            else if (member.IsWarm) Warming.Observe(call, group, id);
            else if (member.IsPending) Arrivals.Observe(call, group, id);
            else Health.Examine(call, group, id);
        }
    }
}
