using Orrery.Engines.Scaling;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>The units of a group as policies count them: what warms up now has warmed up later.</summary>
internal sealed class Headcount
{
    private readonly int _desired;
    private readonly int _pending;
    private readonly int _going;
    private readonly int _longReady;
    private readonly List<(DateTimeOffset Since, int Units)> _since = [];

    /// <summary>Counts.</summary>
    /// <param name="desired">What the group desires.</param>
    /// <param name="members">Its members.</param>
    public Headcount(int desired, IEnumerable<MemberRecord> members)
    {
        _desired = desired;
        foreach (var member in members)
        {
            if (member.IsTerminating) _going += member.Weight;
            else if (member.IsPending) _pending += member.Weight;
            else if (!member.Counts) continue;
            else if (member.ServiceSince is { } since) _since.Add((since, member.Weight));
            else _longReady += member.Weight;
        }
    }

    /// <summary>What the group has at an instant, if nobody comes or goes until then.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="warmup">How long what is in service warms up.</param>
    public CapacityFacts At(DateTimeOffset at, TimeSpan warmup)
    {
        var (warm, warming) = (0, 0);
        foreach (var (since, units) in _since)
        {
            if (since > at - warmup) warming += units;
            else warm += units;
        }

        return new(_desired, _longReady + warm, _pending + warming, _going);
    }
}
