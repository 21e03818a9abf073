using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Mixed;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// The types that a mixed group may launch, and its pools with prices as they are now. A type that several sets of
/// attributes allow belongs to the first of them.
/// </summary>
internal sealed class MixedTypes
{
    private readonly ReadCall _call;
    private readonly GroupRecord _group;
    private readonly Dictionary<string, MixedType> _types = new(StringComparer.Ordinal);

    /// <summary>The types of a group.</summary>
    public MixedTypes(ReadCall call, GroupRecord group)
    {
        (_call, _group) = (call, group);
        var mixed = group.Mixed!;
        if (mixed.Overrides.IsEmpty) AddTemplate(mixed.Template);
        for (var i = 0; i < mixed.Overrides.Length; i++)
            Add(mixed.Overrides[i], mixed.Overrides[i].Template ?? mixed.Template, i);
    }

    /// <summary>The most that an instance counts.</summary>
    public int Heaviest => _types.Values.Select(type => type.Weight).DefaultIfEmpty(1).Max();

    /// <summary>A type; null where the group does not launch it.</summary>
    public MixedType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The pools of some zones.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="counted">What the group has.</param>
    /// <param name="isClosed">Whether a pool was found to have no room.</param>
    public IReadOnlyList<Pool> Pools(
        IEnumerable<string> zones, IReadOnlyList<MemberRecord> counted,
        Func<string, string, Engines.Scaling.Purchase, bool> isClosed)
    {
        var present = counted.Where(member => member.IsSpot)
            .CountBy(member => (member.Zone, member.InstanceType)).ToDictionary();
        return [.. from zone in zones from type in _types.Values select PoolOf(zone, type)];

        Pool PoolOf(string zone, MixedType type)
        {
            var price = _call.Port<IInstanceMarket>().PriceOf(_call, zone, type.Name);
            var (onDemand, spot) = (Engines.Scaling.Purchase.OnDemand, Engines.Scaling.Purchase.Spot);
            return new(
                type.Name, zone, type.Priority, type.Weight, (double)(price.OnDemand ?? int.MaxValue),
                type.Sold.Spot ? (double?)price.Spot : null, price.Depth,
                isClosed(zone, type.Name, spot) ? 0 : int.MaxValue,
                !type.Sold.OnDemand || isClosed(zone, type.Name, onDemand) ? 0 : int.MaxValue,
                present.GetValueOrDefault((zone, type.Name)));
        }
    }

    private void AddTemplate(TemplateRecord template)
    {
        var data = _call.Port<IInstanceSupply>().Resolve(_call, new(template.Id, null, template.Version));
        Add(new() { InstanceType = data.InstanceType, Requirements = data.Requirements }, template, 0);
    }

    private void Add(OverrideRecord one, TemplateRecord template, int place)
    {
        var market = _call.Port<IInstanceMarket>();
        if (one.InstanceType is { } name)
        {
            if (market.Find(_call, name) is { } type) Put(type, (true, true));
        }
        else if (one.Requirements is { } wanted)
        {
            var image = one.ImageId
                ?? _call.Port<IInstanceSupply>().Resolve(_call, new(template.Id, null, template.Version)).ImageId;
            var wish = new MarketWish(wanted, image, false, _group.CapacityType ?? "units");
            var onDemand = market.Matching(_call, wish);
            var spot = market.Matching(_call, wish with { Spot = true });
            foreach (var type in onDemand.Union(spot).OrderBy(type => type.Name, StringComparer.Ordinal))
                Put(type, (onDemand.Contains(type), spot.Contains(type)));
        }

        void Put(OfferedType type, (bool, bool) sold) => _types.TryAdd(type.Name, new(
            type, place, one.Weight ?? UnitsOf(type), template, one.ImageId, sold));
    }

    private int? UnitsOf(OfferedType type) => _group.CapacityType switch
    {
        "vcpu" => type.Vcpus,
        "memory-mib" => type.MemoryMib,
        _ => null,
    };
}
