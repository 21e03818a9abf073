using Orrery.Engines.Scaling;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>The members of a group as policies count them: what warms up now has warmed up later.</summary>
internal sealed class Headcount
{
    private readonly int _desired;
    private readonly int _pending;
    private readonly int _going;
    private readonly int _longReady;
    private readonly List<DateTimeOffset> _since = [];

    /// <summary>Counts.</summary>
    /// <param name="desired">What the group desires.</param>
    /// <param name="members">Its members.</param>
    public Headcount(int desired, IEnumerable<MemberRecord> members)
    {
        _desired = desired;
        foreach (var member in members)
        {
            if (member.IsTerminating) _going++;
            else if (member.IsPending) _pending++;
            else if (!member.Counts) continue;
            else if (member.ServiceSince is { } since) _since.Add(since);
            else _longReady++;
        }

        _since.Sort();
    }

    /// <summary>What the group has at an instant, if nobody comes or goes until then.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="warmup">How long what is in service warms up.</param>
    public CapacityFacts At(DateTimeOffset at, TimeSpan warmup)
    {
        var warm = _since.Count;
        while (warm > 0 && _since[warm - 1] > at - warmup) warm--;
        return new(_desired, _longReady + warm, _pending + _since.Count - warm, _going);
    }
}
