using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;

namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A network as a value: elements by id. Immutable; <see cref="With"/> and <see cref="Without"/> give changed copies
/// that share everything else, derived lookups included (they are built per VPC, when a trace first enters it).
/// </summary>
public sealed class Topology
{
    private readonly ImmutableDictionary<string, Element> _elements;

    private Topology(ImmutableDictionary<string, Element> elements, GlobalIndex index)
    {
        _elements = elements;
        Index = index;
    }

    /// <summary>The topology of nothing.</summary>
    public static Topology Empty { get; } = Of([]);

    /// <summary>All elements, in no order.</summary>
    public IEnumerable<Element> Elements => _elements.Values;

    /// <summary>How many elements there are.</summary>
    public int Count => _elements.Count;

    internal GlobalIndex Index { get; }

    /// <summary>
    /// A topology of elements; where two have the same id, the later one stays. Linear in their number.
    /// </summary>
    public static Topology Of(params IEnumerable<Element> elements)
    {
        var byId = ImmutableDictionary.CreateBuilder<string, Element>(StringComparer.Ordinal);
        foreach (var element in elements)
            byId[element.Id] = element;
        var index = new GlobalIndexBuilder(GlobalIndex.Empty);
        foreach (var element in byId.Values)
            index.Add(element);
        return new Topology(byId.ToImmutable(), index.Build());
    }

    /// <summary>The element with an id, or null.</summary>
    public Element? Find(string? id) => id is not null && _elements.TryGetValue(id, out var element) ? element : null;

    /// <summary>The element with an id where it is of a kind, or null.</summary>
    public TElement? Find<TElement>(string? id)
        where TElement : Element => Find(id) as TElement;

    /// <summary>True where an element with the id and of the kind exists.</summary>
    public bool TryFind<TElement>(string? id, [NotNullWhen(true)] out TElement? element)
        where TElement : Element => (element = Find<TElement>(id)) is not null;

    /// <summary>This topology with an element added or, by its id, replaced.</summary>
    public Topology With(Element element)
    {
        var index = new GlobalIndexBuilder(Index);
        if (Find(element.Id) is { } old)
            index.Remove(old);
        index.Add(element);
        return new Topology(_elements.SetItem(element.Id, element), index.Build());
    }

    /// <summary>This topology without an element; references to it stay and lead nowhere, as in AWS.</summary>
    public Topology Without(string id)
    {
        if (Find(id) is not { } old)
            return this;
        var index = new GlobalIndexBuilder(Index);
        index.Remove(old);
        return new Topology(_elements.Remove(id), index.Build());
    }

    /// <summary>
    /// This topology with many elements put in or replaced and others taken out, at once: cheaper than one by one.
    /// </summary>
    /// <param name="put">The elements that are new or changed.</param>
    /// <param name="gone">The ids of those that are no more.</param>
    public Topology Changed(IReadOnlyCollection<Element> put, IReadOnlyCollection<string> gone)
    {
        var elements = _elements.ToBuilder();
        var index = new GlobalIndexBuilder(Index);
        foreach (var id in gone)
            if (elements.TryGetValue(id, out var old) && elements.Remove(id))
                index.Remove(old);
        foreach (var element in put)
        {
            if (elements.TryGetValue(element.Id, out var old))
                index.Remove(old);
            elements[element.Id] = element;
        }

        // All that goes goes first, so that what moves from one element to another (an address) is not lost.
        foreach (var element in put)
            index.Add(element);
        return new Topology(elements.ToImmutable(), index.Build());
    }

    /// <summary>The lookups of a VPC, or null where there is no such VPC.</summary>
    internal VpcIndex? Vpc(string? id) =>
        id is not null && Index.Shards.TryGetValue(id, out var shard) ? shard.Index(this) : null;

    /// <summary>The VPCs one of whose blocks holds an address.</summary>
    internal IEnumerable<VpcIndex> VpcsHolding(IpAddress address)
    {
        foreach (var (id, shard) in Index.Shards)
            if (shard.Holds(address) && Vpc(id) is { } vpc)
                yield return vpc;
    }
}
