using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Mixed;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// How far instances of a mixed group are from what its allocation strategy would take now, for the termination policy
/// <c>AllocationStrategy</c>. Nothing is asked of EC2 before somebody wants to know.
/// </summary>
internal sealed class Misfits(ReadCall call, GroupRecord group, IReadOnlyList<MemberRecord> members)
{
    private readonly Dictionary<(string Zone, string Type, bool IsSpot), int> _known = [];
    private ILookup<string, Pool>? _pools;

    /// <summary>That of an instance; 0 fits.</summary>
    public int Of(MemberRecord member)
    {
        if (group.Mixed is null) return 0;
        var key = (member.Zone, member.InstanceType, member.IsSpot);
        if (_known.TryGetValue(key, out var known)) return known;
        _pools ??= new MixedTypes(call, group)
            .Pools(members.Select(one => one.Zone).Distinct(StringComparer.Ordinal), members, (_, _, _) => false)
            .ToLookup(pool => pool.Zone);
        return _known[key] = AllocationRules.Misfit(
            new(member.InstanceType, member.Zone), [.. _pools[member.Zone]],
            member.IsSpot ? Purchase.Spot : Purchase.OnDemand,
            DistributionRequests.EngineOf(group.Mixed.Distribution));
    }
}
