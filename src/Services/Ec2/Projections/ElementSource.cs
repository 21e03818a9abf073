using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Projections;

/// <summary>A table that elements of the topology are made of: all of them, or those that a change concerns.</summary>
internal abstract class ElementSource
{
    /// <summary>The prefix of its elements' ids; null where its records are only parts of other elements.</summary>
    public abstract string? Prefix { get; }

    /// <summary>The elements of one place.</summary>
    public abstract IEnumerable<Element> All(Place place);

    /// <summary>The element with an id, or null where the place has none.</summary>
    public abstract Element? Find(Place place, string id);

    /// <summary>The ids of all elements that may not be the same in one snapshot as in an earlier one.</summary>
    public abstract IEnumerable<string> Changed(Place place, Snapshot before, Snapshot now);
}
