using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Balance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Refreshing;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>Launches instances zone by zone, and elsewhere where a zone is full.</summary>
internal sealed class ZoneLaunch(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members, Draft draft)
{
    private const string Alone = "Launching a new EC2 instance: ";
    private const string ToPool = "Launching a new EC2 instance into warm pool: ";

    private readonly List<MemberRecord> _members = [.. members.Where(member =>
        member.Counts || member.IsWarming || member.IsWarmed)];
    private readonly HashSet<string> _full = new(StringComparer.Ordinal);
    private readonly GroupRecord _made = Refreshes.Configured(call, group);
    private readonly string? _mark = Refreshes.Active(call, group)?.Mark;
    private bool _isHopeless;

    /// <summary>The zones, or the pools of a mixed group, that had no room.</summary>
    public IReadOnlySet<string> Full => _full;

    /// <summary>What the group has that counts, with what was launched.</summary>
    public IReadOnlyList<MemberRecord> Counted => _members;

    /// <summary>Whether a failure was one that no other place helps against.</summary>
    public bool IsHopeless => _isHopeless;

    /// <summary>Whether the instances are more than the group desires, so that others can go.</summary>
    public bool IsExtra { get; init; }

    /// <summary>Whether the instances are launched into the warm pool; its instances count to the zones too.</summary>
    public bool IntoPool { get; init; }

    /// <summary>Whether they are launched ahead of others that they replace.</summary>
    public bool IsSuccessor { get; init; }

    /// <summary>Launches as many as there is room for.</summary>
    /// <param name="count">How many, in the units of the group.</param>
    /// <returns>How many came; more, where the last one counted more than was missing.</returns>
    public int Run(int count)
    {
        if (_made.Mixed is not null) return new MixedLaunch(call, _made, this).Run(count);
        var launched = 0;
        while (launched < count && !_isHopeless)
        {
            var spread = BalanceRules.Spread(Zones(call.Now, group, _members, _full), count - launched);
            if (spread.Count == 0) break;
            foreach (var zone in spread.CountBy(zone => zone))
                launched += InZone(zone.Key, zone.Value);
            if (group.BalancedOnly) break;
        }

        return launched;
    }

    /// <summary>Launches into zones that were chosen, and nowhere else.</summary>
    public int Run(IReadOnlyList<string> zones) =>
        zones.CountBy(zone => zone).Sum(zone => InZone(zone.Key, zone.Value));

    /// <summary>The zones of a group as balance sees them, those that it has left too.</summary>
    public static IReadOnlyList<ZoneFact> Zones(
        DateTimeOffset now, GroupRecord group, IReadOnlyList<MemberRecord> counted, IReadOnlySet<string> full)
    {
        var own = group.Places.Select(place => place.Zone).Distinct(StringComparer.Ordinal).ToList();
        var count = counted.GroupBy(member => member.Zone, StringComparer.Ordinal)
            .ToDictionary(zone => zone.Key, Capacity.Of, StringComparer.Ordinal);
        return
        [
            .. own.Select(zone => new ZoneFact(zone, count.GetValueOrDefault(zone), HasRoom: IsOpen(zone))),
            .. count.Where(zone => !own.Contains(zone.Key)).OrderBy(zone => zone.Key, StringComparer.Ordinal)
                .Select(zone => new ZoneFact(zone.Key, zone.Value, Enabled: false)),
        ];

        bool IsOpen(string zone) =>
            !full.Contains(zone) && !(group.FullZones.TryGetValue(zone, out var until) && until > now);
    }

    /// <summary>Takes a zone or a pool for full.</summary>
    public void Close(string key, bool isHopeless)
    {
        _full.Add(key);
        _isHopeless |= isHopeless;
    }

    private int InZone(string zone, int count)
    {
        var (launched, failure) = Into(zone, count, null);
        if (failure is not null) Close(zone, !failure.IsShortage);
        return launched;
    }

    /// <summary>Launches into the subnets of a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="count">How many instances.</param>
    /// <param name="pick">What a mixed group chose.</param>
    public (int Launched, SupplyFailure? Failure) Into(string zone, int count, MixedPick? pick)
    {
        var launched = 0;
        SupplyFailure? last = null;
        var subnets = group.Places.Where(place => place.Zone == zone).Select(place => new ZoneFact(
            place.SubnetId, _members.Count(member => member.SubnetId == place.SubnetId))).ToList();
        foreach (var subnet in BalanceRules.Spread(subnets, count).CountBy(subnet => subnet))
        {
            var place = group.Places.First(place => place.SubnetId == subnet.Key);
            var (some, failure) = InSubnet(place, subnet.Value, pick);
            launched += some;
            if (failure is null) continue;
            last = failure;
            Failed(place, failure, pick?.IsSpot);
            if (!failure.IsShortage) break;
        }

        return (launched, last);
    }

    private (int Launched, SupplyFailure? Failure) InSubnet(PlaceRecord place, int count, MixedPick? pick)
    {
        var outcome = call.Port<IInstanceSupply>().Launch(call, Orders.Of(call, _made, place, count, pick));
        foreach (var instance in outcome.Launched)
        {
            var member = Orders.MemberOf(call, _made, instance, pick) with
            {
                IsProtected = group.ProtectsNew && !IntoPool, IsExtra = IsExtra, IsSuccessor = IsSuccessor,
                MadeBy = _mark,
            };
            _members.Add(member);
            if (IntoPool) Warming.Begin(call, group, member, draft with { Description = ToPool + instance.Id });
            else Arrivals.Begin(call, group, member, draft with { Description = Alone + instance.Id });
        }

        return (outcome.Launched.Count, outcome.Failure);
    }

    /// <summary>Writes down that nothing could be launched.</summary>
    public void Failed(PlaceRecord place, SupplyFailure failure, bool? isSpot)
    {
        var message = isSpot is { } spot
            ? $"Could not launch {(spot ? "Spot" : "On-Demand")} Instances. {failure.Code} - {failure.Message}"
            : failure.Message;
        var activity = Activities.Begin(call, group, draft with
        {
            Description = "Launching a new EC2 instance.  Status Reason: "
                + $"{message} Launching EC2 instance failed.",
            Message = $"{message} Launching EC2 instance failed.",
            Status = ScalingActivityStatusCode.Failed,
            Progress = 100,
            Place = place,
        });
        Tell.Ended(call, group, activity, launch: true);
    }
}
